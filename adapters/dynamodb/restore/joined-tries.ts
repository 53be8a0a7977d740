import { FROZEN_AT, NO_FLOW } from '../lease.ts';
import type { Row } from '../requests.ts';
import { strangeName } from './believed.ts';
import { joinedFreeze } from './joined-freeze.ts';
import { type Join, type Left, numberIn, trouble } from './left.ts';
import { checkTries, isOfTries } from './tries-row.ts';

/** What only ever grows: tries in a row and in a window, what was used up, when the password was last reset. */
const UPWARDS = /^(tries:.+|used:.+|resetAt|windowStart|windowTries)$/;

/**
 * A person's row of tries as a restore brings it: all counts and notes, and no lease, as no flow comes back that could hold it. Who is
 * frozen has the lease of no flow, without which the first flow to come would begin without asking whether they are.
 */
export function leftOfTries(row: Row, now: number): Left {
  const odd = strangeName(row, isOfTries);
  if (odd !== undefined)
    return trouble(`${String(row['pk'])} has "${odd}", which this version does not know`);
  checkTries(row, now);
  const { leaseholder: _, ...left } = row;
  return {
    kind: 'left',
    key: { pk: String(row['pk']) },
    row: { ...left, ...('freeze' in row && { leaseholder: NO_FLOW }) },
  };
}

/**
 * Joins two rows of one person: no count lower, nothing that was used up forgotten, frozen as either says (joined-freeze.ts). The lease
 * stays with the flow that the present row names. A window's tries count in the later window too: otherwise one that begins a
 * millisecond later, with no tries in it, would give them all back.
 */
export const joinTries: Join = (present, left) => {
  const { freeze, liftedAt } = joinedFreeze(present, left);
  const leaseholder = present['leaseholder'] ?? left['leaseholder'];
  const { freeze: _, [FROZEN_AT]: __, ...rest } = present;
  return {
    ...rest,
    ...upwards(present, left),
    ...(liftedAt !== undefined && { liftedAt }),
    ...(freeze && { freeze, [FROZEN_AT]: freeze.at }),
    ...(leaseholder !== undefined && { leaseholder }),
  };
};

function upwards(present: Row, left: Row): Row {
  const names = [...new Set([...Object.keys(present), ...Object.keys(left)])].filter((name) =>
    UPWARDS.test(name),
  );
  return Object.fromEntries(
    names.map((name) => [name, Math.max(numberIn(present, name) ?? 0, numberIn(left, name) ?? 0)]),
  );
}
