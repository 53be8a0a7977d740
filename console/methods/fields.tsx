import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ComponentType } from 'react';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import type { Method } from '../parts/method-words.ts';
import { NumberField } from '../parts/number-field.tsx';
import { Attributes, Demands, Prompts } from './asked-for-fields.tsx';
import type { FieldsProps } from './fields-props.ts';
import { REMEMBERED } from './form.ts';
import { OneOf } from './one-of.tsx';

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
  <SpaceBetween size="l">
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
  </SpaceBetween>
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
