import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { personKey } from '../../domain/person.ts';
import type { Trail } from '../../domain/ports/trail.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedEvent } from '../central-store/stored-event.ts';
import { keys, shardOf, TRAIL_SHARDS, trailDay } from './keys.ts';
import { mergeInOrder } from './merge-in-order.ts';
import { dynamoRequests, held, type Requests, type Row } from './requests.ts';
import { PERSON_INDEX, type Tables } from './tables.ts';

const DAY_MS = 24 * 60 * 60_000;
const iso = (at: number): string => new Date(at).toISOString();
const day = (at: number): string => iso(at).slice(0, 10);

/** The put of an event, alone or in the transaction of the change it tells of. Nothing is ever written over. */
export const eventPut = (TableName: string, event: TrailEvent) => {
  const key = keys.event(day(event.at), shardOf(event.id, TRAIL_SHARDS), iso(event.at), event.id);
  const Item = { ...key, person: personKey(event.person), event };
  return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
};

/** The trail on DynamoDB. `of` reads an index, which may lag behind by moments; `between` reads the rows themselves. */
export function dynamoTrail(client: DynamoDBClient, tables: Pick<Tables, 'trail'>): Trail {
  const requests = dynamoRequests(client);
  const table = tables.trail;
  return {
    async append(event) {
      // Refused means that this very event is there: a retry whose first answer was lost.
      held(await requests.put(eventPut(table, event).Put), 'keep a trail event');
    },
    async *of(person) {
      const rows = requests.query({
        TableName: table,
        IndexName: PERSON_INDEX,
        KeyConditionExpression: 'person = :person',
        ExpressionAttributeValues: { ':person': personKey(person) },
      });
      for await (const row of rows) yield eventOf(row);
    },
    async *between(from, to) {
      for (let start = Math.floor(from / DAY_MS) * DAY_MS; start < to; start += DAY_MS)
        yield* ofDay(requests, table, day(start), from, to);
    },
  };
}

async function* ofDay(requests: Requests, TableName: string, date: string, from: number, to: number) {
  const shards = Array.from({ length: TRAIL_SHARDS }, (_, shard) =>
    requests.query({
      TableName,
      // A sort key goes on after the time: events at `from` sort behind the bare time, and so do those at `to`.
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': trailDay(date, shard), ':from': iso(from), ':to': iso(to) },
      ConsistentRead: true,
    }),
  );
  for await (const row of mergeInOrder(shards, (a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1)))
    yield eventOf(row);
}

const eventOf = ({ event }: Row): TrailEvent => readStored(storedEvent, event, 'trail event');
