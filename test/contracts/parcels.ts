import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Parcel } from '../../domain/ports/outbox.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { aFlow, aStartToll, NOW } from '../support/stored-records.ts';
import type { CentralStore } from './central-store.ts';

export const messagesOf = (parcels: readonly Parcel[]) => parcels.map(({ messages }) => messages);
export const idsOf = ({ messages }: Parcel): string[] => messages.map(({ id }) => id);

/** A new flow with these messages due. */
export async function flowWith({ flows }: CentralStore, ...outbox: QueuedMessage[]): Promise<Flow> {
  const flow = aFlow({ outbox });
  await flows.start(flow, aStartToll());
  return flow;
}

export async function onlyParcel({ outbox }: Pick<CentralStore, 'outbox'>, now = NOW): Promise<Parcel> {
  const [parcel, ...others] = await outbox.due(now, 10);
  if (!parcel || others.length > 0) throw new Error('expected one parcel');
  return parcel;
}
