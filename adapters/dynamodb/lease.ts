import type { Flow } from '../../domain/recovery/flow.ts';
import { standsInTheWay } from '../central-store/stands-in-the-way.ts';
import { resetBy } from '../central-store/stored-notes.ts';
import { flowOf } from './flow-row.ts';
import { keys } from './keys.ts';
import type { Requests, Row, TransactionItem, Written } from './requests.ts';

/** A flow that wants the lease, and when it looked at the account. */
export type Claimant = Pick<Flow, 'key' | 'person'> & { readonly lookedAt: number };

/** Who wants it, and which flow is thought to hold it; where nobody knows, the store is asked. */
export interface Claim {
  readonly claimant: Claimant;
  readonly holder: string | undefined;
}

const ROUNDS = 5;

/** Holds the lease of a person whose self-service was frozen before any flow did: there is no flow of that key. */
export const NO_FLOW = 'none';

/**
 * Commits `items` together with taking the person's lease for the claimant, who does not hold it yet: it goes from the flow that
 * held it, in the same transaction, so that this one can begin no more without taking it back. `person-busy` when that flow
 * stands in the way; `frozen` when the person's self-service is. A refusal is one of `items`.
 */
export async function commitWithLease(
  requests: Requests,
  table: string,
  { claimant, holder: thought }: Claim,
  items: readonly TransactionItem[],
): Promise<Written | 'person-busy' | 'frozen'> {
  let holder = thought ?? (await holderOf(requests, table, claimant));
  for (let round = 0; round < ROUNDS; round += 1) {
    const taking = await takingLease(requests, table, claimant, holder);
    if (taking === 'person-busy') return taking;
    const written = await requests.commit([...items, ...taking]);
    const ownRefusal = written.kind === 'refused' && written.rows.slice(0, items.length).some(isRefusal);
    if (written.kind !== 'refused' || ownRefusal) return written;
    if (written.rows[items.length]?.[FROZEN_AT] !== undefined) return 'frozen';
    // Only the lease said no: another flow has it by now, or the holder has just begun.
    holder = await holderOf(requests, table, claimant);
  }
  return 'person-busy';
}

const isRefusal = (row: object | undefined): boolean => row !== undefined;

async function holderOf(
  requests: Requests,
  table: string,
  { person }: Claimant,
): Promise<string | undefined> {
  return leaseholderIn(await requests.read(table, keys.tries(person)));
}

/** The flow that holds the lease, by a person's row of tries. */
export function leaseholderIn(tries: Row | undefined): string | undefined {
  const holder = tries?.['leaseholder'];
  return typeof holder === 'string' ? holder : undefined;
}

async function takingLease(
  requests: Requests,
  table: string,
  claimant: Claimant,
  holder: string | undefined,
): Promise<readonly TransactionItem[] | 'person-busy'> {
  const passing = (from?: Flow) => ({ Update: passingOn(table, claimant, holder, from) });
  if (holder === undefined || holder === claimant.key || holder === NO_FLOW) return [passing()];
  const row = await requests.read(table, keys.flow(holder));
  const flow = row && flowOf(row);
  if (flow && standsInTheWay(flow, claimant.lookedAt)) return 'person-busy';
  // What is done or gone never begins again; what is open is told that the lease is gone.
  return flow?.state === 'open'
    ? [passing(flow), { Update: deposing(table, claimant.key, holder) }]
    : [passing(flow)];
}

/** When the person was frozen, on their row. */
export const FROZEN_AT = 'frozenAt';

/** Names the claimant on the person's row, which keeps for good when the flow before it reset the password. */
function passingOn(
  TableName: string,
  { key, person }: Claimant,
  holder: string | undefined,
  from: Flow | undefined,
) {
  const resetAt = from && resetBy(from);
  return {
    TableName,
    Key: keys.tries(person),
    UpdateExpression: `SET leaseholder = :key${resetAt === undefined ? '' : ', resetAt = :resetAt'}`,
    ConditionExpression: `${
      holder === undefined ? 'attribute_not_exists(leaseholder)' : 'leaseholder = :holder'
    } AND attribute_not_exists(${FROZEN_AT})`,
    ExpressionAttributeValues: {
      ':key': key,
      ...(holder !== undefined && { ':holder': holder }),
      ...(resetAt !== undefined && { ':resetAt': resetAt }),
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

/** Tells an open flow that another has the lease. */
const deposing = (TableName: string, key: string, holder: string) => ({
  TableName,
  Key: keys.flow(holder),
  UpdateExpression: 'SET leaseholder = :key',
  ConditionExpression: '#state = :open',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':key': key, ':open': 'open' },
});
