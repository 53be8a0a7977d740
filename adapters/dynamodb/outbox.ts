import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Outbox, Parcel } from '../../domain/ports/outbox.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { windowStart } from '../central-store/window.ts';
import { countOne } from './counting.ts';
import { dueKeys } from './due-keys.ts';
import { delivered } from './delivered.ts';
import { errandPut } from './errand.ts';
import { keys } from './keys.ts';
import { parcelOf } from './parcel.ts';
import { DUE } from './queueing.ts';
import { dynamoRequests, held, type Key, type Requests } from './requests.ts';
import type { Tables } from './tables.ts';
import { mayText } from './text-budget.ts';

/**
 * The outbox on DynamoDB: marks on the rows of table `flows`. A claim moves the row's due time to the end of the
 * claim, so that what a dead sender held falls due again by itself.
 */
export function dynamoOutbox(client: DynamoDBClient, tables: Pick<Tables, 'flows'>): Outbox {
  const requests = dynamoRequests(client);
  const table = tables.flows;
  return {
    async run(errand) {
      return held(await requests.put(errandPut(table, errand)), 'queue an errand');
    },
    due: (now, limit) => due(requests, table, now, limit),
    async claim(parcel, now, until) {
      return held(await requests.update(claiming(table, parcel, now, until)), 'claim a parcel');
    },
    mayTell: (person, now, perHour) =>
      inTheHour(requests, table, now, perHour, (window) => keys.told(person, window)),
    mayNotify: (person, now, perHour) =>
      inTheHour(requests, table, now, perHour, (window) => keys.notified(person, window)),
    mayText: (now, budget) => mayText(requests, table, now, budget),
    delivered: (parcel, messageIds) => delivered(requests, table, parcel, messageIds),
  };
}

/** Counts one on the row of its hour, while that has room. */
async function inTheHour(
  requests: Requests,
  table: string,
  now: number,
  cap: number,
  row: (window: number) => Key,
): Promise<boolean> {
  const hour = { cap, windowMs: LIFETIMES.hour };
  if (cap < 1) return false;
  return held(
    await requests.update(countOne(table, row(windowStart(now, hour)), hour, now)),
    'count a message',
  );
}

async function due(requests: Requests, TableName: string, now: number, limit: number): Promise<Parcel[]> {
  const found = await dueKeys(requests, TableName, DUE, now, limit);
  const rows = await Promise.all(found.map((key) => requests.read(TableName, key)));
  // The index lags; the rows read after it say what is still due.
  return rows.flatMap((row) => (row && Number(row['dueAt']) <= now ? [parcelOf(row)] : []));
}

const claiming = (TableName: string, { carrier, messages }: Parcel, now: number, until: number) => ({
  TableName,
  Key: keys[carrier.kind](carrier.key),
  UpdateExpression: 'SET dueAt = :until',
  ConditionExpression: ['dueAt <= :now', ...messages.map((_, n) => `attribute_exists(outbox.#id${n})`)].join(
    ' AND ',
  ),
  ...(messages.length > 0 && {
    ExpressionAttributeNames: Object.fromEntries(messages.map(({ id }, n) => [`#id${n}`, id])),
  }),
  ExpressionAttributeValues: { ':now': now, ':until': until },
});
