import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inBatches } from '../../../domain/administration/in-batches.ts';
import { Failure } from '../../../domain/failure.ts';
import { awsErrorName } from '../../system/aws-error.ts';
import { dynamoRequests, type Key, type Requests, type Row } from '../requests.ts';
import { TABLE_DEFINITIONS, type TableName } from '../tables.ts';
import { isClash } from './left.ts';
import { newestVersion, overruled } from './overruled.ts';
import { joinOf, leftOf } from './row-kinds.ts';
import { emptyTally, say, type Tally, tellTrouble } from './tally.ts';
import { isAsItWas, writeJoined } from './write-joined.ts';

/** As many as one batch may read. */
const BATCH = 100;

/** One table's part of a restore. */
export interface TableRestore {
  readonly table: TableName;
  /** What the deployment calls it. */
  readonly name: string;
  readonly rows: AsyncIterable<Row>;
  /** Epoch milliseconds: what speaks of a later moment is not believed, and counters of windows that are long over stay away. */
  readonly now: number;
  /** Without it, nothing is written: the tally says what would be. */
  readonly write: boolean;
}

/**
 * Brings back what was backed up of one table, joined with what is there. It may be done again, and beside a running service: nothing is
 * ever written over that it did not see. A row that is not believed stays away alone, and is told.
 */
export async function restoreTable(
  client: DynamoDBClient,
  restore: TableRestore,
  advance: (rows: number) => void = () => undefined,
): Promise<Tally> {
  const requests = dynamoRequests(client);
  const tally = emptyTally();
  const newest = await newestVersion(requests, restore.table, restore.name);
  for await (const rows of inBatches(restore.rows, BATCH)) {
    const wanted = wantedOf(restore, rows, tally);
    const present = await presentRows(requests, restore, [...wanted.values()]);
    await Promise.all(
      [...wanted].map(([id, one]) => bring(requests, { ...restore, newest }, one, present.get(id), tally)),
    );
    tally.read += rows.length;
    advance(rows.length);
  }
  return tally;
}

/** The rows of a table that stands beside the store, such as one that AWS restored. */
export const tableRows = (client: DynamoDBClient, name: string): AsyncIterable<Row> =>
  dynamoRequests(client).scan(name);

interface Wanted {
  readonly key: Key;
  readonly left: Row;
}

/** What is left of some rows, joined where several leave something for the same row. */
function wantedOf({ table, now }: TableRestore, rows: readonly Row[], tally: Tally): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const row of rows) {
    const { name, left } = leftOf(table, row, now);
    if (left.kind === 'trouble') tellTrouble(tally, left.why);
    if (left.kind === 'left-out') say(tally.leftOut, left.why);
    if (left.kind === 'forgotten') tally.forgotten[name] = (tally.forgotten[name] ?? 0) + 1;
    if (left.kind !== 'left') continue;
    const id = idOf(table, left.row);
    const before = wanted.get(id);
    const joined = before ? joinOf(table, String(left.key['pk']))(before.left, left.row) : left.row;
    if (isClash(joined)) tellTrouble(tally, joined.clash);
    else wanted.set(id, { key: left.key, left: joined });
  }
  return wanted;
}

async function presentRows(
  requests: Requests,
  { table, name }: TableRestore,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, Row>> {
  if (wanted.length === 0) return new Map();
  const rows = await requests.readSome(
    name,
    wanted.map(({ key }) => key),
  );
  return new Map(rows.map((row) => [idOf(table, row), row]));
}

type Bringing = TableRestore & { readonly newest: number };

/** Brings one row; one that cannot be joined with what is there, or that DynamoDB does not take, stays away alone. */
async function bring(
  requests: Requests,
  restore: Bringing,
  wanted: Wanted,
  present: Row | undefined,
  tally: Tally,
): Promise<void> {
  try {
    await brought(requests, restore, wanted, present, tally);
  } catch (cause) {
    if (!isOfTheRow(cause)) throw cause;
    const place = Object.values(wanted.key).join(' ');
    say(tally.leftOut, `${place}: ${cause.message}. What the table has of it stays: look at that row there.`);
  }
}

async function brought(
  requests: Requests,
  { table, name: TableName, write, newest }: Bringing,
  { key, left }: Wanted,
  present: Row | undefined,
  tally: Tally,
): Promise<void> {
  const join = joinOf(table, String(key['pk']));
  const joined = present ? join(present, left) : left;
  if (isClash(joined)) return tellTrouble(tally, joined.clash);
  if (present && isAsItWas(present, joined)) {
    tally.asTheyWere += 1;
    return;
  }
  const said = overruled({ table, present, joined, newest });
  const clash = write ? await writeJoined(requests, { TableName, key, left, join }, present) : undefined;
  if (clash !== undefined) return tellTrouble(tally, clash);
  tally.written += 1;
  if (said !== undefined) say(tally.overruled, said);
}

/** Whether only this row is in the way: it does not hold what it should, or is more than a row may be. A store that does not answer is not. */
const isOfTheRow = (cause: unknown): cause is Failure =>
  cause instanceof Failure &&
  (cause.code === 'store-corrupt' || awsErrorName(cause.cause) === 'ValidationException');

/** A row's key as one text. */
function idOf(table: TableName, row: Row): string {
  const { partitionKey, sortKey } = TABLE_DEFINITIONS[table];
  return JSON.stringify([row[partitionKey.name], sortKey && row[sortKey.name]]);
}
