import type { FlowStore, Reservation, TryToll } from '../../domain/ports/flow-store.ts';
import type { Flow, Outcome } from '../../domain/recovery/flow.ts';
import {
  aFlow,
  anEvent,
  anIntent,
  anOutcome,
  aMessage,
  aStartToll,
  aTryToll,
  MINUTE,
  NOW,
} from '../support/stored-records.ts';

export const isReserved = (answer: Reservation): boolean => answer.kind === 'reserved';

/** A flow, started. */
export async function started(flows: FlowStore, changes: Partial<Flow> = {}): Promise<Flow> {
  const flow = aFlow(changes);
  await flows.start(flow, aStartToll());
  return flow;
}

/** The flow, with one try more counted. */
export async function triedOnce(
  flows: FlowStore,
  { key }: Pick<Flow, 'key'>,
  changes: Partial<TryToll> = {},
): Promise<Flow> {
  const answer = await flows.reserve(key, aTryToll(changes));
  if (answer.kind !== 'reserved') throw new Error(`the try was not counted: ${answer.kind}`);
  return answer.flow;
}

/** A flow in which something was proven. */
export async function provenOnce(flows: FlowStore, changes: Partial<Flow> = {}): Promise<Flow> {
  const flow = await triedOnce(flows, await started(flows, changes));
  const proven = await flows.prove(flow, { method: 'security-answers', at: NOW }, NOW);
  if (!proven) throw new Error('the proof was not kept');
  return proven;
}

/** Begins a change of what was seen, told of in the person's trail. */
export const begin = (flows: FlowStore, seen: Flow, at = NOW, lookedAt = at) =>
  flows.begin(seen, anIntent({ at, lookedAt }), aMessage(), anEvent({ person: seen.person }), at);

/** Well before flows end. */
export const LATER = NOW + 5 * MINUTE;

/** Settles a flow that is executing. */
export async function settleOf(
  flows: FlowStore,
  { key }: Flow,
  result: Outcome['result'] = 'done',
  at = NOW + MINUTE,
): Promise<void> {
  const executing = await flows.find(key);
  const settled = executing && (await flows.settle(executing, anOutcome(result, { at }), [], anEvent(), []));
  if (!settled) throw new Error('there was nothing to settle');
}

/** A flow without the store's own note. */
export function plain(flow: Flow | undefined): Flow | undefined {
  if (!flow) return undefined;
  const { leaseholder: _, ...rest } = flow;
  return rest;
}
