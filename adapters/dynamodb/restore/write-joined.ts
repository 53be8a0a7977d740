import { isDeepStrictEqual } from 'node:util';
import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { Failure } from '../../../domain/failure.ts';
import { takingFrom } from '../freezing.ts';
import { keys } from '../keys.ts';
import { FROZEN_AT, leaseholderIn, NO_FLOW } from '../lease.ts';
import { held, type Key, type Requests, type Row, type TransactionItem } from '../requests.ts';
import { isClash, type Join } from './left.ts';

const ROUNDS = 6;
/** What must be as it was seen, though it is not changed itself: a count stands in its window, a freeze beside lift and lease. */
const WATCHED = ['windowStart', 'windowTries', 'freeze', FROZEN_AT, 'liftedAt', 'leaseholder'];

/** Where a row goes, and what is to be joined with whatever is there. */
export interface Writing {
  readonly TableName: string;
  readonly key: Key;
  readonly left: Row;
  readonly join: Join;
}

/**
 * Writes what was left of a row, joined with the row that is there, on the condition that this is still the one that was seen: a
 * running service may count on at the same time. Answers the clash, if the two cannot be joined.
 */
export async function writeJoined(
  requests: Requests,
  writing: Writing,
  seen: Row | undefined,
): Promise<string | undefined> {
  const { TableName, key, left, join } = writing;
  let present = seen;
  for (let round = 0; round < ROUNDS; round += 1) {
    const joined = present ? join(present, left) : left;
    if (isClash(joined)) return joined.clash;
    const items = await itemsOf(requests, { TableName, key }, present, joined);
    const [only, ...more] = items;
    if (!only) return undefined;
    const written = more.length > 0 ? await requests.commit(items) : await alone(requests, only);
    if (held(written, 'restore a row')) return undefined;
    present = await requests.read(TableName, key);
  }
  throw new Failure('store-unavailable', `the central store was too busy to restore ${JSON.stringify(key)}`);
}

async function alone(requests: Requests, { Put, Update }: TransactionItem) {
  if (Put) return requests.put(Put);
  return requests.update(Update as UpdateCommandInput);
}

async function itemsOf(
  requests: Requests,
  place: { readonly TableName: string; readonly key: Key },
  present: Row | undefined,
  joined: Row,
): Promise<TransactionItem[]> {
  const { TableName, key } = place;
  if (!present)
    return [{ Put: { TableName, Item: joined, ConditionExpression: 'attribute_not_exists(pk)' } }];
  const changed = changedNames(present, joined);
  if (changed.length === 0) return [];
  return [
    { Update: { TableName, Key: key, ...changing(present, joined, changed) } },
    ...(await takingLease(requests, TableName, present, joined)),
  ];
}

/** Whether a join leaves the row as it is. */
export const isAsItWas = (present: Row, joined: Row): boolean => changedNames(present, joined).length === 0;

const changedNames = (present: Row, joined: Row): readonly string[] =>
  [...new Set([...Object.keys(present), ...Object.keys(joined)])].filter(
    (name) => !isDeepStrictEqual(present[name], joined[name]),
  );

function changing(present: Row, joined: Row, changed: readonly string[]) {
  const names = [...new Set([...changed, ...WATCHED])];
  const at = (name: string) => names.indexOf(name);
  const set = changed.filter((name) => joined[name] !== undefined);
  const removed = changed.filter((name) => joined[name] === undefined);
  const seen = names.filter((name) => present[name] !== undefined);
  return {
    UpdateExpression: [
      ...(set.length > 0 ? [`SET ${set.map((name) => `#n${at(name)} = :new${at(name)}`).join(', ')}`] : []),
      ...(removed.length > 0 ? [`REMOVE ${removed.map((name) => `#n${at(name)}`).join(', ')}`] : []),
    ].join(' '),
    ConditionExpression: names
      .map((name) =>
        seen.includes(name) ? `#n${at(name)} = :old${at(name)}` : `attribute_not_exists(#n${at(name)})`,
      )
      .join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#n${at(name)}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map((name) => [`:new${at(name)}`, joined[name]])),
      ...Object.fromEntries(seen.map((name) => [`:old${at(name)}`, present[name]])),
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

/** Who becomes frozen here while a flow has their lease loses it on the flow's own row, as freezing.ts takes it. */
async function takingLease(requests: Requests, TableName: string, present: Row, joined: Row) {
  const holder = leaseholderIn(present);
  if (present['freeze'] !== undefined || joined['freeze'] === undefined) return [];
  if (holder === undefined || holder === NO_FLOW) return [];
  const flow = await requests.read(TableName, keys.flow(holder));
  return flow ? [{ Update: takingFrom(TableName, holder) }] : [];
}
