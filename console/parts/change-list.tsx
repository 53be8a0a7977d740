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
  methods: 'Verification method',
  textMessages: 'Text messages',
  searchForm: 'Search form',
  postActions: 'Post action',
  registering: 'Registering',
  passwords: 'Banned words',
  languages: 'Languages',
  branding: 'Branding',
  access: 'Access',
};

/** Where a section is one thing, its name would say the same again. */
const isWhole = ({ name, section }: Change): boolean => name === section || name === SECTIONS[section];

/** A change as a diff of sentences: what is no longer true, what becomes true. */
export const ChangeList = ({
  changes,
  heading = 'h3',
}: {
  readonly changes: readonly Change[];
  /** One below the heading it stands under. */
  readonly heading?: 'h2' | 'h3';
}) =>
  changes.length === 0 ? (
    <Box color="text-body-secondary">Nothing changes.</Box>
  ) : (
    <SpaceBetween size="m">
      {changes.map((change) => (
        <div key={`${change.section} ${change.id}`}>
          <Box variant={heading} fontSize="heading-s">
            {KINDS[change.kind]}: {SECTIONS[change.section]} {isWhole(change) ? '' : `“${change.name}”`}
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
