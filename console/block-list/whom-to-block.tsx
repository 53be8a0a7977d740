import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { DirectoryObject } from '../../client/client.ts';
import { DirectoryField } from '../parts/directory-field.tsx';

/** Finds the user or the group that is to be blocked, and shows which one was found. */
export function WhomToBlock(props: {
  readonly chosen: DirectoryObject | undefined;
  readonly onChosen: (object: DirectoryObject | undefined) => void;
  readonly errorText: string | undefined;
}) {
  const { chosen, onChosen, errorText } = props;
  const [kind, setKind] = useState<'user' | 'group'>('user');
  return (
    <SpaceBetween size="l">
      <FormField label="Kind">
        <RadioGroup
          direction="horizontal"
          value={kind}
          items={[
            { value: 'user', label: 'A user' },
            { value: 'group', label: 'A group, with everybody in it' },
          ]}
          onChange={({ detail }) => {
            setKind(detail.value === 'group' ? 'group' : 'user');
            onChosen(undefined);
          }}
        />
      </FormField>
      <FormField label={kind === 'user' ? 'User' : 'Group'} errorText={errorText}>
        <SpaceBetween size="xs">
          <DirectoryField kind={kind} onChosen={onChosen} />
          {chosen && (
            <Box>
              Chosen: <strong>{chosen.name}</strong>
              {chosen.displayName !== '' && chosen.displayName !== chosen.name && ` (${chosen.displayName})`}
            </Box>
          )}
        </SpaceBetween>
      </FormField>
    </SpaceBetween>
  );
}
