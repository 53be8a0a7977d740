import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { Failure } from '../../domain/failure.ts';
import type { Parcel } from '../../domain/ports/outbox.ts';
import { keys } from './keys.ts';
import { parcelOf } from './parcel.ts';
import { held, type Requests } from './requests.ts';

const ROUNDS = 8;

/**
 * Deletes sent messages and, when they were the last, the row's mark. Each round writes only if the row still holds
 * exactly the messages it was decided on, so that one queued meanwhile can never lose its mark.
 */
export async function delivered(
  requests: Requests,
  table: string,
  parcel: Parcel,
  sent: readonly string[],
): Promise<void> {
  let current: Parcel | undefined = parcel;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!current?.messages.some(({ id }) => sent.includes(id))) return;
    if (held(await requests.update(emptying(table, parcel, current, sent)), 'delete sent messages')) return;
    const row = await requests.read(table, keys[parcel.carrier.kind](parcel.carrier.key));
    current = row && parcelOf(row);
  }
  throw new Failure('store-unavailable', 'the central store was too busy to delete sent messages');
}

function emptying(
  TableName: string,
  claimed: Parcel,
  current: Parcel,
  sent: readonly string[],
): UpdateCommandInput {
  const going = current.messages.filter(({ id }) => sent.includes(id));
  const staying = current.messages.filter(({ id }) => !sent.includes(id));
  const arrived = staying.filter(({ id }) => !claimed.messages.some((known) => known.id === id));
  const paths = going.map((_, n) => `outbox.#going${n}`);
  const goingNames = going.map(({ id }, n) => [`#going${n}`, id]);
  const stayingNames = staying.map(({ id }, n) => [`#staying${n}`, id]);
  const existing = [...paths, ...staying.map((_, n) => `outbox.#staying${n}`)];
  // What arrived during the delivery is due at once; what could not be sent waits for the end of the claim.
  const set = arrived.length > 0 ? 'SET dueAt = :arrived ' : '';
  return {
    TableName,
    Key: keys[claimed.carrier.kind](claimed.carrier.key),
    UpdateExpression: `${set}REMOVE ${paths.join(', ')}${staying.length === 0 ? ', due, dueAt' : ''}`,
    ConditionExpression: [
      'size(outbox) = :size',
      ...existing.map((path) => `attribute_exists(${path})`),
    ].join(' AND '),
    ExpressionAttributeNames: Object.fromEntries([...goingNames, ...stayingNames]) as Record<string, string>,
    ExpressionAttributeValues: {
      ':size': existing.length,
      ...(arrived.length > 0 && { ':arrived': Math.min(...arrived.map(({ queuedAt }) => queuedAt)) }),
    },
  };
}
