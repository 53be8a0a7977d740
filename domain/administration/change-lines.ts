import type { Change } from './change.ts';

const MOST_LINES = 200;
const LONGEST = 500;

/**
 * A change as lines for the trail: `-` what is no longer so, `+` what is so now. The first 200, and how many are left out:
 * the versions hold all of it.
 */
export function changeLines(changes: readonly Change[]): readonly string[] {
  const lines = changes.flatMap(({ name, before, after }) => [
    ...before.map((sentence) => `- ${name}: ${sentence}`),
    ...after.map((sentence) => `+ ${name}: ${sentence}`),
  ]);
  const shown = lines.slice(0, MOST_LINES).map(shortened);
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, `… and ${left} more`] : shown;
}

const shortened = (line: string): string =>
  line.length > LONGEST ? `${Array.from(line).slice(0, LONGEST).join('')}…` : line;
