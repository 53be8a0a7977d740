import type { Row } from '../requests.ts';
import { trouble, type Join, type Left } from './left.ts';

const BALANCE = /^balance:\d+$/;

/** A counter's attributes beside its key, whichever of them it has. */
const COUNTS = /^(counted|lastAt|ttl|sent:\d+|balance:\d+)$/;

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
  const { pk, ...rest } = row;
  const odd = Object.entries(rest).find(([name, value]) => !COUNTS.test(name) || typeof value !== 'number');
  if (odd) return trouble(`${String(pk)} has "${odd[0]}", which no counter of this version has`);
  if (Number(row['ttl']) * 1000 <= now) return { kind: 'forgotten' };
  return { kind: 'left', key: { pk: String(pk) }, row };
}
