import { FROZEN_AT, NO_FLOW } from '../lease.ts';
import type { Row } from '../requests.ts';
import { joinedFreeze } from './joined-freeze.ts';
import { type Join, type Left, numberIn, trouble } from './left.ts';

/** What counts upwards and stays: tries in a row, what was used up, when the password was last reset. */
const UPWARDS = /^(tries:.+|used:.+|resetAt)$/;
const KNOWN = new Set(['pk', 'windowStart', 'windowTries', 'liftedAt', FROZEN_AT, 'freeze', 'leaseholder']);

/**
 * A person's row of tries as a restore brings it: all counts and notes, and no lease, as no flow comes back that could hold it. Who is
 * frozen has the lease of no flow, without which the first flow to come would begin without asking whether they are.
 */
export function leftOfTries(row: Row): Left {
  const odd = Object.keys(row).find((name) => !KNOWN.has(name) && !UPWARDS.test(name));
  if (odd !== undefined)
    return trouble(`${String(row['pk'])} has "${odd}", which this version does not know`);
  const { leaseholder: _, ...left } = row;
  return {
    kind: 'left',
    key: { pk: String(row['pk']) },
    row: { ...left, ...('freeze' in row && { leaseholder: NO_FLOW }) },
  };
}

/**
 * Joins two rows of one person: no count lower, nothing that was used up forgotten, frozen as either says (joined-freeze.ts). The lease
 * stays with the flow that the present row names.
 */
export const joinTries: Join = (present, left) => {
  const { freeze, liftedAt } = joinedFreeze(present, left);
  const leaseholder = present['leaseholder'] ?? left['leaseholder'];
  const { freeze: _, [FROZEN_AT]: __, ...rest } = present;
  return {
    ...rest,
    ...upwards(present, left),
    ...laterWindow(present, left),
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

/** Tries are counted in a window: the later one counts, and in the same one the higher count. */
function laterWindow(one: Row, other: Row): Row {
  const [latest] = [one, other]
    .filter(({ windowStart }) => windowStart !== undefined)
    .map((row) => [Number(row['windowStart']), numberIn(row, 'windowTries') ?? 0] as const)
    .toSorted(([start, tries], [otherStart, others]) => otherStart - start || others - tries);
  return latest ? { windowStart: latest[0], windowTries: latest[1] } : {};
}
