import { Failure } from '../../domain/failure.ts';
import type { Person } from '../../domain/person.ts';
import type { Freeze } from '../../domain/ports/person-notes.ts';
import { overrules } from '../central-store/stored-notes.ts';
import { keys } from './keys.ts';
import { FROZEN_AT, NO_FLOW } from './lease.ts';
import { notesOf, personRows } from './notes-row.ts';
import { held, type Requests, taken, type TransactionItem } from './requests.ts';

/** Whose self-service is frozen, and how. */
export interface Freezing {
  readonly person: Person;
  readonly freeze: Freeze;
}

const ROUNDS = 5;

/**
 * Freezes in one transaction with `told`: the person's row says so, and the flow that holds their lease loses it on its own row, as
 * it does when another flow takes it. So the next change, of whatever flow, must ask the person's row, and a flow that nobody froze
 * pays nothing for being asked. Goes by the row as it was read: one that was frozen since, or thawed, is read again.
 */
export async function freezing(
  requests: Requests,
  table: string,
  { person, freeze }: Freezing,
  told: readonly TransactionItem[],
): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { row: seen, holder, flow } = await personRows(requests, table, person);
    const { frozen } = notesOf({ row: seen });
    if (frozen && !overrules(freeze, frozen)) return false;
    const written = await requests.commit([
      { Update: marking(table, person, freeze, { frozen, holder }) },
      ...(holder !== undefined && flow ? [{ Update: takingFrom(table, holder) }] : []),
      ...told,
    ]);
    if (held(written, 'freeze a person')) return true;
    const [row, lease] = written.kind === 'refused' ? written.rows : [];
    // Neither the person's row nor the lease's flow said no: then a new row was not new.
    if (row === undefined && (lease === undefined || !flow)) throw taken(written);
  }
  throw new Failure('store-unavailable', 'the central store was too busy to freeze a person');
}

const marking = (
  TableName: string,
  person: Person,
  freeze: Freeze,
  { frozen, holder }: { readonly frozen: Freeze | undefined; readonly holder: string | undefined },
) => ({
  TableName,
  Key: keys.tries(person),
  UpdateExpression: `SET ${FROZEN_AT} = :at, freeze = :freeze, leaseholder = if_not_exists(leaseholder, :none)`,
  ConditionExpression: `${
    frozen ? `${FROZEN_AT} = :seen` : `attribute_not_exists(${FROZEN_AT})`
  } AND ${holder === undefined ? 'attribute_not_exists(leaseholder)' : 'leaseholder = :holder'}`,
  ExpressionAttributeValues: {
    ':at': freeze.at,
    ':freeze': freeze,
    ':none': NO_FLOW,
    ...(frozen && { ':seen': frozen.at }),
    ...(holder !== undefined && { ':holder': holder }),
  },
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

/** Takes the lease from a flow, on the flow's own row: it can begin no more without asking its person's. */
export const takingFrom = (TableName: string, holder: string) => ({
  TableName,
  Key: keys.flow(holder),
  UpdateExpression: 'SET leaseholder = :none',
  ConditionExpression: 'attribute_exists(pk)',
  ExpressionAttributeValues: { ':none': NO_FLOW },
});
