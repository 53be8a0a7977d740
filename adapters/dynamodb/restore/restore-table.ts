import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoRequests, type Key, type Requests, type Row } from '../requests.ts';
import { TABLE_DEFINITIONS, type TableName } from '../tables.ts';
import { isClash } from './left.ts';
import { joinOf, leftOf } from './row-kinds.ts';
import { isAsItWas, writeJoined } from './write-joined.ts';

/** What came, or would come, of the rows of one table that was backed up. */
export interface Tally {
  read: number;
  /** Rows that were not there, or were changed. */
  written: number;
  /** Rows that are there already, or newer. */
  asTheyWere: number;
  /** Rows that never come back, by kind. */
  readonly forgotten: Record<string, number>;
  /** What stops the restore, or what it could not join: the first of them, in sentences. */
  readonly troubles: string[];
  troubleCount: number;
}

/** One table's part of a restore. */
export interface TableRestore {
  readonly table: TableName;
  /** What the deployment calls it. */
  readonly name: string;
  readonly rows: AsyncIterable<Row>;
  /** Epoch milliseconds: counters of windows that are long over stay away. */
  readonly now: number;
  /** Without it, nothing is written: the tally says what would be. */
  readonly write: boolean;
}

/** As many as one batch may read. */
const BATCH = 100;
const TOLD = 20;

/**
 * Brings back what was backed up of one table, joined with what is there. It may be done again, and beside a running service: nothing is
 * ever written over that it did not see.
 */
export async function restoreTable(
  client: DynamoDBClient,
  restore: TableRestore,
  advance: (rows: number) => void = () => undefined,
): Promise<Tally> {
  const requests = dynamoRequests(client);
  const tally: Tally = { read: 0, written: 0, asTheyWere: 0, forgotten: {}, troubles: [], troubleCount: 0 };
  for await (const rows of batchesOf(restore.rows)) {
    const wanted = wantedOf(restore, rows, tally);
    const present = await presentRows(requests, restore, [...wanted.values()]);
    await Promise.all([...wanted].map(([id, one]) => bring(requests, restore, one, present.get(id), tally)));
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
    if (left.kind === 'trouble') tell(tally, left.why);
    if (left.kind === 'forgotten') tally.forgotten[name] = (tally.forgotten[name] ?? 0) + 1;
    if (left.kind !== 'left') continue;
    const id = idOf(table, left.row);
    const before = wanted.get(id);
    const joined = before ? joinOf(table, String(left.key['pk']))(before.left, left.row) : left.row;
    if (isClash(joined)) tell(tally, joined.clash);
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

async function bring(
  requests: Requests,
  { table, name: TableName, write }: TableRestore,
  { key, left }: Wanted,
  present: Row | undefined,
  tally: Tally,
): Promise<void> {
  const join = joinOf(table, String(key['pk']));
  const joined = present ? join(present, left) : left;
  if (isClash(joined)) return tell(tally, joined.clash);
  if (present && isAsItWas(present, joined)) {
    tally.asTheyWere += 1;
    return;
  }
  const clash = write ? await writeJoined(requests, { TableName, key, left, join }, present) : undefined;
  if (clash === undefined) tally.written += 1;
  else tell(tally, clash);
}

function tell(tally: Tally, why: string): void {
  tally.troubleCount += 1;
  if (tally.troubles.length < TOLD) tally.troubles.push(why);
}

/** A row's key as one text. */
function idOf(table: TableName, row: Row): string {
  const { partitionKey, sortKey } = TABLE_DEFINITIONS[table];
  return JSON.stringify([row[partitionKey.name], sortKey && row[sortKey.name]]);
}

async function* batchesOf(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
