import type { Person } from '../../domain/person.ts';
import type { PersonNotes } from '../../domain/ports/person-notes.ts';
import { readStored } from '../central-store/read-stored.ts';
import { resetBy, storedFreeze } from '../central-store/stored-notes.ts';
import { flowOf } from './flow-row.ts';
import { keys } from './keys.ts';
import { leaseholderIn, NO_FLOW } from './lease.ts';
import type { Requests, Row } from './requests.ts';

const USED = 'used:';
/** The attribute of the highest value used up of a name. */
export const usedName = (name: string): string => `${USED}${name}`;

/** A person's row, and the flow that its lease names: that flow's outcome says when it reset the password. */
export async function personRows(requests: Requests, table: string, person: Person) {
  const row = await requests.read(table, keys.tries(person));
  const holder = leaseholderIn(row);
  const flow =
    holder === undefined || holder === NO_FLOW ? undefined : await requests.read(table, keys.flow(holder));
  return { row, holder, flow };
}

/** What is noted of a person, of those rows. */
export function notesOf({
  row = {},
  flow,
}: {
  readonly row?: Row | undefined;
  readonly flow?: Row | undefined;
}): PersonNotes {
  const resetAt = (flow && resetBy(flowOf(flow))) ?? numberIn(row, 'resetAt');
  const liftedAt = numberIn(row, 'liftedAt');
  return {
    ...(row['freeze'] !== undefined && { frozen: readStored(storedFreeze, row['freeze'], 'freeze') }),
    ...(liftedAt !== undefined && { liftedAt }),
    ...(resetAt !== undefined && { resetAt }),
    used: Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) =>
        name.startsWith(USED) ? [[name.slice(USED.length), Number(value)]] : [],
      ),
    ),
  };
}

const numberIn = (row: Row, name: string): number | undefined =>
  row[name] === undefined ? undefined : Number(row[name]);
