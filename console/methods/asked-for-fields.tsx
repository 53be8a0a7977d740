import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FieldsProps } from './fields-props.ts';
import { LabelledList } from './labelled-list.tsx';
import { LinesField } from './lines-field.tsx';

/** What is demanded of the identity provider. */
export const Demands = ({ setting, onChange }: FieldsProps<'openid-connect'>) => (
  <SpaceBetween size="l">
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
  </SpaceBetween>
);

/** What the external service has people asked for. */
export const Prompts = ({ setting, showErrors, onChange }: FieldsProps<'external-responses'>) => (
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

/** What people must know of what the directory holds about them. */
export const Attributes = ({ setting, showErrors, onChange }: FieldsProps<'ldap-attributes'>) => (
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
