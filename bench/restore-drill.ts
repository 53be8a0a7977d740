import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from '../adapters/dynamodb/create-tables.ts';
import { keys } from '../adapters/dynamodb/keys.ts';
import { dynamoRequests, type Row } from '../adapters/dynamodb/requests.ts';
import { exportRows } from '../adapters/dynamodb/restore/export-rows.ts';
import { restoreTable } from '../adapters/dynamodb/restore/restore-table.ts';
import { TABLE_DEFINITIONS, type TableName, type Tables } from '../adapters/dynamodb/tables.ts';
import { eventPut } from '../adapters/dynamodb/trail.ts';
import { personKey } from '../domain/person.ts';
import { findJava, startDynamoDbLocal } from '../local/dynamodb-local.ts';
import { anEnrollment, anEvent, NOW, registeredAnswers } from '../test/support/stored-records.ts';
import { exportTable } from '../test/support/table-export.ts';

/** `npm run drill -- 10000`: how long a restore of so many people takes on DynamoDB Local; five events and a row of tries for each. */
const people = Number(process.argv[2] ?? 10_000);
const EVENTS_EACH = 5;
const java = findJava();
if (java === undefined)
  throw new Error('DynamoDB Local needs Java 17 or later: apt-get install default-jre-headless');
const local = await startDynamoDbLocal(java);
const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-drill-'));
try {
  await local.ready();
  const [lost, found] = [await storeOf('lost'), await storeOf('found')];
  await write(lost, 'enrollments', enrollmentRows());
  await write(lost, 'flows', triesRows());
  await write(lost, 'trail', eventRows());
  for (const table of ['flows', 'trail', 'enrollments'] as const) {
    const copy = await exportTable(lost.client, lost.tables[table], path.join(folder, table));
    for (const round of ['restored', 'restored again'] as const) {
      const began = performance.now();
      const restore = {
        table,
        name: found.tables[table],
        rows: exportRows(copy),
        now: NOW,
        write: true,
      };
      const { read, written, leftOut, troubleCount } = await restoreTable(found.client, restore);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(
        `${table} ${round}: ${read} rows, ${written} written, ${leftOut.count} left out, ${troubleCount} troubles, ${seconds} s`,
      );
    }
  }
} finally {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface Store {
  readonly client: DynamoDBClient;
  readonly tables: Tables;
}

async function storeOf(accessKeyId: string): Promise<Store> {
  const credentials = { accessKeyId, secretAccessKey: 'none' };
  const client = new DynamoDBClient({ endpoint: local.endpoint, region: 'eu-west-1', credentials });
  const tables = Object.fromEntries(Object.keys(TABLE_DEFINITIONS).map((name) => [name, name])) as Tables;
  await createTables(client, tables);
  return { client, tables };
}

async function write({ client, tables }: Store, table: TableName, rows: readonly Row[]): Promise<void> {
  const requests = dynamoRequests(client);
  for (let from = 0; from < rows.length; from += 100)
    await requests.commit(
      rows.slice(from, from + 100).map((Item) => ({ Put: { TableName: tables[table], Item } })),
    );
}

function enrollmentRows(): readonly Row[] {
  return Array.from({ length: people }, () => {
    const enrollment = anEnrollment({ answers: registeredAnswers('a', 'b', 'c', 'd', 'e') });
    return { pk: personKey(enrollment.person), version: 1, enrollment: JSON.stringify(enrollment) };
  });
}

function triesRows(): readonly Row[] {
  return Array.from({ length: people }, () => ({
    ...keys.tries({ domain: 'CORP', guid: randomUUID() }),
    windowStart: 0,
    windowTries: 3,
    'tries:security-answers': 2,
    'used:app': 59_000_000,
    leaseholder: 'a flow of then',
  }));
}

function eventRows(): readonly Row[] {
  return Array.from({ length: people * EVENTS_EACH }, () => eventPut('trail', anEvent()).Put.Item as Row);
}
