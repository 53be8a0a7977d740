import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Finding } from '../../client/client.ts';
import { CommandsShown } from './commands-shown.tsx';
import { FindingState } from './finding-state.tsx';

/** Something that is wrong: of what, why, what to do about it, and the commands that do it. */
export const WrongFinding = ({
  finding: { state, object, question, cause, remedy, commands },
}: {
  readonly finding: Finding;
}) => (
  <SpaceBetween size="xxs">
    <Box variant="h3">
      <FindingState state={state} /> {object}
    </Box>
    <Box color="text-body-secondary">{question}</Box>
    <Box>{cause}</Box>
    {remedy !== undefined && (
      <Box>
        <strong>What to do:</strong> {remedy}
      </Box>
    )}
    <CommandsShown object={object} commands={commands} />
  </SpaceBetween>
);
