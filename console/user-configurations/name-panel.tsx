import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { UserConfiguration } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { derivedId } from '../parts/derived-id.ts';
import { IdField } from '../parts/id-field.tsx';

/** What a user configuration is called, and its id, which is made from the name while it is new. */
export function NamePanel(props: {
  readonly userConfiguration: UserConfiguration;
  readonly isNew: boolean;
  readonly taken: readonly string[];
  readonly showErrors: boolean;
  readonly onChange: (part: Pick<UserConfiguration, 'name'> | Pick<UserConfiguration, 'id'>) => void;
}) {
  const { userConfiguration, isNew, taken, showErrors, onChange } = props;
  const { id, name } = userConfiguration;
  const { readOnly } = useDraft();
  const [ownId, setOwnId] = useState(!isNew);
  const rename = (next: string) => onChange({ name: next, ...(!ownId && { id: derivedId(next, taken) }) });
  return (
    <Container header={<Header variant="h2">Name</Header>}>
      <SpaceBetween size="l">
        <FormField
          label="Name"
          description="By which administrators recognise it. People never see it."
          errorText={showErrors && name.trim() === '' ? 'Give it a name.' : undefined}
        >
          <Input
            value={name}
            readOnly={readOnly}
            ariaRequired
            onChange={({ detail }) => rename(detail.value)}
          />
        </FormField>
        <IdField
          id={id}
          isNew={isNew}
          taken={taken}
          onChange={(next) => {
            setOwnId(true);
            onChange({ id: next });
          }}
        />
      </SpaceBetween>
    </Container>
  );
}
