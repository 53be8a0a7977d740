import { codeIn, type Answered } from './over-http.ts';

/** The code of each of many requests that are made at once. */
export const many = async (
  parallel: number,
  one: (index: number) => Promise<Answered>,
): Promise<readonly string[]> =>
  (await Promise.all(Array.from({ length: parallel }, (_, index) => one(index)))).map(codeIn);

/** How often each code came. */
export const tally = (codes: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
