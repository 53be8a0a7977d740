import FormField from '@cloudscape-design/components/form-field';
import { DirectoryField } from '../parts/directory-field.tsx';
import { registrationsLink, type RegistrationFilter } from './filter.ts';

/** Goes straight to one person, by name, display name or address. */
export const FindPerson = ({ filter }: { readonly filter: RegistrationFilter }) => (
  <FormField label="Find one person" description="By user name, display name or e-mail address.">
    <DirectoryField
      kind="user"
      onChosen={({ name }) => {
        globalThis.location.hash = registrationsLink(filter, name);
      }}
    />
  </FormField>
);
