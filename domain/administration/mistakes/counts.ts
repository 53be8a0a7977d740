import type { Mistake } from '../mistake.ts';

/** The mistake in a number that is not whole or not in its bounds; `what` begins a sentence. */
export function countMistakes(
  value: number,
  path: string,
  what: string,
  { least, most }: { readonly least: number; readonly most: number },
): readonly Mistake[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [
    {
      path,
      code: 'out-of-range',
      message: `${what} is ${String(value)}.`,
      remedy: `Enter a whole number from ${String(least)} to ${String(most)}.`,
    },
  ];
}

/** Whether a number counts something. */
export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
