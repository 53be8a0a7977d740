import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import Box from '@cloudscape-design/components/box';
import type { DirectoryObject } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { DirectoryField } from '../parts/directory-field.tsx';

const WORDS = {
  user: { label: 'Users', description: 'Single people.' },
  group: { label: 'Groups', description: 'Their members, also through other groups.' },
  unit: { label: 'OUs', description: 'Everyone under it, however deep.' },
} as const;

/** Users, groups or OUs that are named one by one: found in the directory, removed with a button each. */
export function NamedObjects(props: {
  readonly kind: DirectoryObject['kind'];
  /** `include`: two of these lists stand on one screen. */
  readonly part: 'include' | 'exclude';
  readonly names: readonly string[];
  readonly onAdd: (object: DirectoryObject) => void;
  readonly onRemove: (at: number) => void;
}) {
  const { kind, part, names, onAdd, onRemove } = props;
  const { readOnly } = useDraft();
  const { label, description } = WORDS[kind];
  return (
    <FormField label={`${label} to ${part}`} description={description} stretch>
      <SpaceBetween size="xs">
        {!readOnly && <DirectoryField kind={kind} onChosen={onAdd} />}
        {readOnly && names.length === 0 && <Box color="text-body-secondary">None</Box>}
        {names.length > 0 && (
          <TokenGroup
            readOnly={readOnly}
            items={names.map((name) => ({ label: name, dismissLabel: `Remove ${name}` }))}
            onDismiss={({ detail }) => onRemove(detail.itemIndex)}
          />
        )}
      </SpaceBetween>
    </FormField>
  );
}
