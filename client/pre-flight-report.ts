import type { Prospect } from './api-types.ts';

/** The columns of the pre-flight, the same at the console and on the command line. */
export const PRE_FLIGHT_COLUMNS: readonly string[] = [
  'name',
  'display name',
  'colour',
  'unlock',
  'reset',
  'fix',
];

type Outlook = Prospect['actions']['unlock'];

/** One person's row of it. */
export const prospectCells = ({ name, displayName, colour, actions, fix }: Prospect): readonly string[] => [
  name,
  displayName,
  colour,
  outlookCell(actions.unlock),
  outlookCell(actions.reset),
  fix ?? '',
];

const outlookCell = ({ works, because }: Outlook): string =>
  works === 'yes' ? 'works' : works === 'no' ? (because ?? '') : works;
