import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Begun } from '../../domain/ports/flow-store.ts';
import type { Flow, Intent } from '../../domain/recovery/flow.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { beginning } from './flow-moves.ts';
import { flowRow } from './flow-row.ts';
import { commitWithLease } from './lease.ts';
import { held, lost, taken, type Requests, type TransactionItem, type Written } from './requests.ts';
import type { Tables } from './tables.ts';
import { eventPut } from './trail.ts';

/** The put of a flow that must be new. */
export const flowPut = (TableName: string, flow: Flow): TransactionItem => ({
  Put: { TableName, Item: flowRow(flow), ConditionExpression: 'attribute_not_exists(pk)' },
});

interface Beginning {
  readonly seen: Flow;
  readonly intent: Intent;
  readonly notice: QueuedMessage;
  readonly password: QueuedMessage | undefined;
  readonly event: TrailEvent;
  readonly now: number;
}

/**
 * Begins a change in one transaction. The flow that holds its person's lease, as the first one to try does, asks its own row alone;
 * any other takes the lease from the one that holds it.
 */
export async function begin(
  requests: Requests,
  { flows, trail }: Pick<Tables, 'flows' | 'trail'>,
  { event, now, ...what }: Beginning,
): Promise<Begun> {
  const { seen, intent } = what;
  const holdsLease = seen.leaseholder === seen.key;
  const items = (lease: 'held' | 'taken') => [
    { Update: beginning(flows, what, now, lease) },
    eventPut(trail, event),
  ];
  if (holdsLease) {
    const begun = await requests.commit(items('held'));
    if (held(begun, 'keep an intent') || lost(begun)) return 'begun';
    // Of the same version still, it was not moved: another flow took the lease from it and holds it now, or a freeze took it.
    if (versionIn(begun) !== seen.version) return 'moved';
  }
  const claimant = { ...seen, lookedAt: intent.lookedAt };
  const holder = holdsLease ? undefined : seen.leaseholder;
  const begun = await commitWithLease(requests, flows, { claimant, holder }, items('taken'));
  if (begun === 'person-busy' || begun === 'frozen') return begun;
  return held(begun, 'keep an intent') || lost(begun) ? 'begun' : 'moved';
}

const versionIn = (written: Written): number | undefined =>
  written.kind === 'refused' ? written.rows[0]?.['version'] : undefined;

/** Opens a flow that is executing from birth, in one transaction with taking its person's lease. */
export async function openExecuting(
  requests: Requests,
  { flows, trail }: Pick<Tables, 'flows' | 'trail'>,
  flow: Flow,
  event: TrailEvent,
): Promise<Exclude<Begun, 'moved'>> {
  const claimant = { ...flow, lookedAt: flow.intent?.lookedAt ?? flow.startedAt };
  const items = [flowPut(flows, { ...flow, leaseholder: flow.key }), eventPut(trail, event)];
  const opened = await commitWithLease(requests, flows, { claimant, holder: undefined }, items);
  if (opened === 'person-busy' || opened === 'frozen') return opened;
  if (!held(opened, 'open a flow')) throw taken(opened);
  return 'begun';
}
