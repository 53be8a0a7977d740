import * as z from 'zod/mini';
import type { Parcel } from '../../domain/ports/outbox.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedPerson } from '../central-store/stored-flow.ts';
import { inQueueOrder, storedMessage } from '../central-store/stored-message.ts';
import type { Row } from './requests.ts';

const KINDS = ['flow', 'session', 'errand'] as const;

const carryingRow = z.object({
  pk: z.string(),
  person: storedPerson,
  outbox: z.record(z.string(), storedMessage),
});
const carrier = z.object({ kind: z.enum(KINDS), key: z.string() });

/** What waits to be sent on a flow, session or errand row, or a Failure (`store-corrupt`). */
export function parcelOf(row: Row): Parcel {
  const { pk, person, outbox } = readStored(carryingRow, row, 'outbox');
  const kind = pk.slice(0, pk.indexOf('#'));
  return {
    carrier: readStored(carrier, { kind, key: pk.slice(kind.length + 1) }, 'outbox'),
    person,
    messages: inQueueOrder(Object.values(outbox)),
  };
}
