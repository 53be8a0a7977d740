import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { personKey } from '../../domain/person.ts';
import type { Trail } from '../../domain/ports/trail.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import type { TrailRow } from '../../domain/trail/trail-row.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedEvent } from '../central-store/stored-event.ts';
import { trailRow } from '../central-store/trail-row.ts';
import { keys, shardOf, TRAIL_SHARDS, trailDay } from './keys.ts';
import { mergeInOrder } from './merge-in-order.ts';
import { plainJson } from './plain-json.ts';
import { dynamoRequests, held, type Requests, type Row } from './requests.ts';
import { PERSON_INDEX, REFERENCE_INDEX, type Tables } from './tables.ts';

const DAY_MS = 24 * 60 * 60_000;
const iso = (at: number): string => new Date(at).toISOString();
const day = (at: number): string => iso(at).slice(0, 10);

/** The put of an event, alone or in the transaction of the change it tells of. Nothing is ever written over. */
export const eventPut = (TableName: string, event: TrailEvent) => ({
  Put: { TableName, Item: { ...placeOf(event), event }, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** Where an event stands: its key, and what the indexes are keyed by. */
const placeOf = (event: TrailEvent) => ({
  ...keys.event(day(event.at), shardOf(event.id, TRAIL_SHARDS), iso(event.at), event.id),
  person: personKey(event.person),
  // What an index is keyed by must not be empty; what has no reference is found otherwise.
  ...(event.reference !== '' && { reference: event.reference }),
});

/**
 * The trail on DynamoDB. `of` and `withReference` read indexes, which may lag behind by moments; `between` reads the rows
 * themselves, with one query for each day and shard: ask for no more days than you need.
 */
export function dynamoTrail(client: DynamoDBClient, tables: Pick<Tables, 'trail'>): Trail {
  const requests = dynamoRequests(client);
  const table = tables.trail;
  return {
    async append(event) {
      // Refused means that this very event is there: a retry whose first answer was lost.
      held(await requests.put(eventPut(table, event).Put), 'keep a trail event');
    },
    of: (person) => inIndex(requests, table, PERSON_INDEX, personKey(person)),
    withReference: (reference) => inIndex(requests, table, REFERENCE_INDEX, reference),
    async *between(from, to, order = 'oldest-first') {
      for await (const row of ofDays(requests, table, { from, to, oldestFirst: order === 'oldest-first' }))
        yield eventOf(row);
    },
    async *rows(from, to) {
      for await (const row of ofDays(requests, table, { from, to, oldestFirst: true })) yield rowOf(row);
    },
  };
}

/** The events of one partition of an index (named after what it is keyed by), oldest first. */
async function* inIndex(requests: Requests, TableName: string, IndexName: string, value: string) {
  if (value === '') return;
  const rows = requests.query({
    TableName,
    IndexName,
    KeyConditionExpression: '#key = :value',
    ExpressionAttributeNames: { '#key': IndexName },
    ExpressionAttributeValues: { ':value': value },
  });
  for await (const row of rows) yield eventOf(row);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly oldestFirst: boolean;
}

async function* ofDays(requests: Requests, table: string, stretch: Stretch): AsyncIterable<Row> {
  const { from, to, oldestFirst } = stretch;
  if (from >= to) return;
  const [first, end] = [Math.floor(from / DAY_MS), Math.ceil(to / DAY_MS)];
  for (let n = 0; n < end - first; n += 1) {
    const start = (oldestFirst ? first + n : end - 1 - n) * DAY_MS;
    yield* ofDay(requests, table, day(start), stretch);
  }
}

async function* ofDay(requests: Requests, TableName: string, date: string, stretch: Stretch) {
  const { from, to, oldestFirst } = stretch;
  const shards = Array.from({ length: TRAIL_SHARDS }, (_, shard) =>
    requests.query({
      TableName,
      // A sort key goes on after the time: events at `from` sort behind the bare time, and so do those at `to`.
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': trailDay(date, shard), ':from': iso(from), ':to': iso(to) },
      ScanIndexForward: oldestFirst,
      ConsistentRead: true,
    }),
  );
  const inOrder = (a: Row, b: Row) => (String(a['sk']) < String(b['sk']) === oldestFirst ? -1 : 1);
  yield* mergeInOrder(shards, inOrder);
}

const eventOf = ({ event }: Row): TrailEvent => readStored(storedEvent, event, 'trail event');

/** What a row is, whatever stands in it. */
function rowOf(row: Row): TrailRow {
  const whole = plainJson(row);
  const [pk, sk] = [String(row['pk']), String(row['sk'])];
  const at = Date.parse(sk.slice(0, 24));
  // A key without a moment is of the day that it was found under.
  const found = { key: `${pk} ${sk}`, at: Number.isNaN(at) ? Date.parse(pk.slice(0, 10)) : at };
  return trailRow({ ...found, event: whole['event'], whole }, (event) => {
    const place: Row = placeOf(event);
    return ['pk', 'sk', 'person', 'reference'].filter((name) => place[name] !== row[name]);
  });
}
