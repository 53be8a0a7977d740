import type { Row } from '../requests.ts';
import { countIn, momentIn, strangeName } from './believed.ts';
import { FORGOTTEN, trouble, type Join, type Left } from './left.ts';

const BALANCE = /^balance:\d+$/;

/** A counter's attributes, whichever of them it has. */
const COUNTS = /^(pk|counted|lastAt|ttl|sent:\d+|balance:\d+)$/;

/**
 * Counters join by the higher number, attribute by attribute; an hour's balance of texts by the lower one, which is the stricter. So a
 * count can only be too high, as long as its window runs.
 */
export const joinCounters: Join = (present, left) => {
  const joined: Record<string, unknown> = { ...present };
  for (const [name, value] of Object.entries(left))
    joined[name] = name in present && name !== 'pk' ? stricter(name, present[name], value) : value;
  return joined;
};

const stricter = (name: string, one: unknown, other: unknown): number =>
  (BALANCE.test(name) ? Math.min : Math.max)(Number(one), Number(other));

/** A counter as it was, unless its window ended so long ago that the row may be cleaned away: it counts for nothing then. */
export function leftOfCounter(row: Row, now: number): Left {
  const odd = strangeName(row, (name) => COUNTS.test(name));
  if (odd !== undefined)
    return trouble(`${String(row['pk'])} has "${odd}", which no counter of this version has`);
  const { pk, ...counts } = row;
  const read = Object.keys(counts).map((name) => [name, readCount(counts, name, now)] as const);
  if (countIn(row, 'ttl') * 1000 <= now) return FORGOTTEN;
  return { kind: 'left', key: { pk: String(pk) }, row: { pk, ...Object.fromEntries(read) } };
}

/** The counter of a window, which the end of its key names: of one that has not come there is nothing to count. */
export function leftOfWindow(row: Row, now: number): Left {
  const window = Number(/#(\d+)$/.exec(String(row['pk']))?.[1]);
  momentIn({ window }, 'window', now);
  return leftOfCounter(row, now);
}

function readCount(row: Row, name: string, now: number): number {
  if (name === 'lastAt') return momentIn(row, name, now);
  if (!BALANCE.test(name)) return countIn(row, name);
  const balance = row[name];
  if (typeof balance !== 'number' || !Number.isSafeInteger(balance))
    throw new Error(`"${name}" is no balance`);
  // What was earned does not come back: with a high one of an hour to come, texts that nobody answers would not be noticed.
  return Math.min(balance, 0);
}
