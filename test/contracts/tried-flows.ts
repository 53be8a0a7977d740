import type { FlowStore, Reservation } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { aFlow, aStartToll } from '../support/stored-records.ts';

export const isReserved = (answer: Reservation): boolean => answer.kind === 'reserved';

/** A flow, started. */
export async function started(flows: FlowStore, changes: Partial<Flow> = {}): Promise<Flow> {
  const flow = aFlow(changes);
  await flows.start(flow, aStartToll());
  return flow;
}
