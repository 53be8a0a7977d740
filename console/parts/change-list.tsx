import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Change } from '../../client/client.ts';

const KINDS = { added: 'New', removed: 'Removed', changed: 'Changed' } as const;
const SECTIONS: Readonly<Record<Change['section'], string>> = {
  userConfigurations: 'User configuration',
  blockList: 'Block list',
  questions: 'Question',
  groups: 'Question group',
  questionnaire: 'Questionnaire',
  methods: 'Verification methods',
  languages: 'Languages',
  branding: 'Branding',
  access: 'Access',
};

/** A change as a diff of sentences: what is no longer true, what becomes true. */
export const ChangeList = ({ changes }: { readonly changes: readonly Change[] }) =>
  changes.length === 0 ? (
    <Box color="text-body-secondary">Nothing changes.</Box>
  ) : (
    <SpaceBetween size="m">
      {changes.map((change) => (
        <div key={`${change.section} ${change.id}`}>
          <Box variant="h3">
            {KINDS[change.kind]}: {SECTIONS[change.section]}{' '}
            {change.name === change.section ? '' : `“${change.name}”`}
          </Box>
          <ul>
            {change.before.map((sentence) => (
              <li key={`- ${sentence}`}>
                <del>{sentence}</del>
              </li>
            ))}
            {change.after.map((sentence) => (
              <li key={`+ ${sentence}`}>
                <ins>{sentence}</ins>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </SpaceBetween>
  );
