import { readStored } from '../../central-store/read-stored.ts';
import { storedFreeze } from '../../central-store/stored-notes.ts';
import { FROZEN_AT } from '../lease.ts';
import type { Row } from '../requests.ts';
import { countIn, momentIn, personIn } from './believed.ts';

const COUNTS = /^(tries:.+|used:.+|windowTries)$/;
const MOMENTS = /^(resetAt|liftedAt|windowStart)$/;
const OTHERS = new Set(['pk', 'freeze', FROZEN_AT, 'leaseholder']);

/** Whether a row of tries may have an attribute of this name. */
export const isOfTries = (name: string): boolean =>
  COUNTS.test(name) || MOMENTS.test(name) || OTHERS.has(name);

/** A row of tries as the stores write it, every moment of it come; anything else is an Error that says what is wrong. */
export function checkTries(row: Row, now: number): void {
  personIn(String(row['pk']).slice('tries#'.length));
  for (const name of Object.keys(row)) {
    if (COUNTS.test(name)) countIn(row, name);
    if (MOMENTS.test(name)) momentIn(row, name, now);
  }
  if ('windowStart' in row !== 'windowTries' in row) throw new Error('it has half of a window');
  checkFreeze(row, now);
  const { leaseholder = '' } = row;
  if (typeof leaseholder !== 'string') throw new Error('"leaseholder" is no flow');
}

/** Who is asked goes by the one, what they may do by the other: with one of the two somebody would be on hold and not be held. */
function checkFreeze(row: Row, now: number): void {
  if (!('freeze' in row) && !(FROZEN_AT in row)) return;
  const freeze = readStored(storedFreeze, row['freeze'], 'freeze');
  momentIn({ freeze: freeze.at }, 'freeze', now);
  if (row[FROZEN_AT] !== freeze.at) throw new Error(`"${FROZEN_AT}" and "freeze" do not fit together`);
  if ((freeze.since ?? 0) > freeze.at) throw new Error('"freeze" is of before what it is for');
}
