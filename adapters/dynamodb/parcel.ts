import * as z from 'zod/mini';
import type { Parcel } from '../../domain/ports/outbox.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedPerson } from '../central-store/stored-flow.ts';
import { inQueueOrder, storedMessage } from '../central-store/stored-message.ts';
import type { Row } from './requests.ts';

const carryingRow = z.object({
  pk: z.string().check(z.regex(/^(flow|session)#/)),
  person: storedPerson,
  outbox: z.record(z.string(), storedMessage),
});

/** What waits to be sent on a flow or session row, or a Failure (`store-corrupt`). */
export function parcelOf(row: Row): Parcel {
  const { pk, person, outbox } = readStored(carryingRow, row, 'outbox');
  const kind = pk.startsWith('flow#') ? 'flow' : 'session';
  const key = pk.slice(kind.length + 1);
  return { carrier: { kind, key }, person, messages: inQueueOrder(Object.values(outbox)) };
}
