import type { Assessment } from '../client/api-types.ts';

/** What a policy amounts to, a line each. Its warnings are told where all the others are. */
export const assessedLines = ({
  sentence,
  points,
  nist,
  wcag,
}: Omit<Assessment, 'warnings'>): readonly string[] => [
  `  ${sentence} (${points === 1 ? '1 point' : `${points} points`} by its weakest way)`,
  `  ${nist.sentence}`,
  `  ${wcag.sentence}`,
];
