import Link from '@cloudscape-design/components/link';
import type { ComponentType } from 'react';
import { linkTo } from '../hash.ts';
import { NumberField } from '../parts/number-field.tsx';
import { useDraft } from '../draft.tsx';
import type { Method } from '../parts/method-words.ts';
import { OneOf } from './one-of.tsx';
import { REMEMBERED } from './form.ts';
import { LabelledList } from './labelled-list.tsx';
import { LinesField } from './lines-field.tsx';
import type { Settings } from './settings.ts';

/** What the fields of a method are given. */
export interface FieldsProps<M extends Method> {
  readonly setting: Settings[M];
  readonly showErrors: boolean;
  readonly onChange: (part: Partial<Settings[M]>) => void;
}

const Nothing = () => 'There is nothing to set.';

const Questions = () => (
  <span>
    Which questions are asked, and how many, is set under{' '}
    <Link href={linkTo('questionnaire')}>Questionnaire</Link>.
  </span>
);

const Texts = () => (
  <span>
    To whom texts may go, and how many in an hour and in a day, is set under{' '}
    <Link href={linkTo('text-messages')}>Text messages</Link>.
  </span>
);

const Addresses = ({ setting, onChange }: FieldsProps<'email-code'>) => (
  <OneOf
    label="Codes go to"
    value={setting.addresses}
    options={{
      confirmed: 'Addresses that people have confirmed',
      'confirmed-or-directory':
        'Addresses that people have confirmed; for those without one, the address in Active Directory',
    }}
    warning={
      setting.addresses === 'confirmed-or-directory'
        ? 'The mailbox in Active Directory often opens with the very password that was forgotten. Keep to confirmed addresses if you can.'
        : undefined
    }
    onChange={(addresses) => onChange({ addresses })}
  />
);

const SendMethod = ({ setting, onChange }: FieldsProps<'sent-code'>) => (
  <>
    <OneOf
      label="The code is sent"
      description="The same way for everybody, so that nobody learns what somebody else has registered."
      value={setting.send}
      options={{
        email: 'By e-mail',
        sms: 'By text message',
        both: 'By both, the same code',
        'email-first': 'By e-mail; to those who have no address, by text message',
        'sms-first': 'By text message; to those who have no number, by e-mail',
        choice: 'As people choose',
      }}
      onChange={(send) => onChange({ send })}
    />
    {setting.send !== 'email' && <Texts />}
  </>
);

const SetUp = ({ setting, onChange }: FieldsProps<'authenticator-app'>) => (
  <OneOf
    label="Setting one up"
    description="What happens when people sign in to their recovery methods and have none yet."
    value={setting.setUp}
    options={{
      voluntary: 'Voluntary: whoever wants one finds it in their list',
      skippable: 'Asked for first, and may be skipped',
      forced: 'Forced: nothing else can be done before',
    }}
    warning={
      setting.setUp === 'forced'
        ? 'Whoever has no telephone for an app can then set up nothing at all. Make sure that everybody has one, or let it be skipped.'
        : undefined
    }
    onChange={(setUp) => onChange({ setUp })}
  />
);

const Demands = ({ setting, onChange }: FieldsProps<'openid-connect'>) => (
  <>
    <LinesField
      label="Demanded context (acr)"
      description="The provider must say that one of these was met. None: whatever the provider takes for a sign-in."
      lines={setting.acr}
      onChange={(acr) => onChange({ acr })}
    />
    <LinesField
      label="Demanded methods (amr)"
      description="The provider must say that all of these were used (RFC 8176), such as mfa or hwk. Without one, an account that opens with the forgotten password may do."
      lines={setting.amr}
      onChange={(amr) => onChange({ amr })}
    />
  </>
);

const Prompts = ({ setting, showErrors, onChange }: FieldsProps<'external-responses'>) => (
  <LabelledList
    what="Prompt"
    keyLabel="Id"
    keyDescription="By which the service knows it, such as employee-pin."
    items={setting.prompts.map(({ id, label }) => ({ key: id, label }))}
    empty="People are asked for nothing yet: add a prompt."
    showErrors={showErrors}
    onChange={(items) => onChange({ prompts: items.map(({ key, label }) => ({ id: key, label })) })}
  />
);

const Attributes = ({ setting, showErrors, onChange }: FieldsProps<'ldap-attributes'>) => (
  <LabelledList
    what="Attribute"
    keyLabel="Name in Active Directory"
    keyDescription="Such as employeeNumber. People must give all of them; choose what few colleagues know."
    items={setting.attributes.map(({ attribute, label }) => ({ key: attribute, label }))}
    empty="Nothing is compared yet: add an attribute."
    showErrors={showErrors}
    onChange={(items) => onChange({ attributes: items.map(({ key, label }) => ({ attribute: key, label })) })}
  />
);

function Remembered({ setting, onChange }: FieldsProps<'previous-authentication'>) {
  const { readOnly } = useDraft();
  return (
    <NumberField
      label="Days a browser is remembered"
      description="From when its owner, signed in, had it remembered."
      value={Number.isNaN(setting.days) ? undefined : setting.days}
      {...REMEMBERED}
      disabled={readOnly}
      onChange={(days) => onChange({ days: days ?? Number.NaN })}
    />
  );
}

/** The fields of every method's own settings. */
export const FIELDS: { readonly [M in Method]: ComponentType<FieldsProps<M>> } = {
  'security-answers': Questions,
  'email-code': Addresses,
  'sms-code': Texts,
  'sent-code': SendMethod,
  'authenticator-app': SetUp,
  passkey: Nothing,
  'recovery-code': Nothing,
  'openid-connect': Demands,
  'external-responses': Prompts,
  'ldap-attributes': Attributes,
  'previous-authentication': Remembered,
};
