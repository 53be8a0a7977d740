import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../../../adapters/dynamodb/keys.ts';
import { dynamoRequests, type Row } from '../../../../adapters/dynamodb/requests.ts';
import { exportRows } from '../../../../adapters/dynamodb/restore/export-rows.ts';
import { restoreTable } from '../../../../adapters/dynamodb/restore/restore-table.ts';
import { unreadBecause } from '../../../../adapters/dynamodb/restore/unread-row.ts';
import type { TableName } from '../../../../adapters/dynamodb/tables.ts';
import { eventPut } from '../../../../adapters/dynamodb/trail.ts';
import { personKey } from '../../../../domain/person.ts';
import { collected } from '../../../contracts/central-store.ts';
import { type DynamoDbTables, freshDynamoDb, hasDynamoDb } from '../../../support/central-store.ts';
import { aVersion } from '../../../support/stored-configurations.ts';
import { aFreeze } from '../../../support/stored-notes.ts';
import { anEnrollment, anEvent, aPerson, HOUR, NOW } from '../../../support/stored-records.ts';

const PERSON = aPerson();
const TRIES = keys.tries(PERSON);

describe.skipIf(!hasDynamoDb())('a restore of rows that somebody altered', () => {
  let db: DynamoDbTables;
  beforeEach(async () => {
    db = await freshDynamoDb();
  });
  const there = async (table: TableName, ...rows: readonly Row[]): Promise<void> => {
    for (const Item of rows) await dynamoRequests(db.client).put({ TableName: db.tables[table], Item });
  };
  const rowOf = (table: TableName, key: Record<string, string | number>) =>
    dynamoRequests(db.client).read(db.tables[table], key);
  async function restored(table: TableName, rows: readonly Row[], write = true) {
    const given = (async function* () {
      yield* rows;
    })();
    return restoreTable(db.client, { table, name: db.tables[table], rows: given, now: NOW, write });
  }
  const registered = (changedAt: number): Row => {
    const enrollment = anEnrollment({ person: PERSON, addresses: [], changedAt });
    return { pk: personKey(PERSON), version: 1, enrollment: JSON.stringify(enrollment) };
  };
  const published = (version: number): Row => ({
    ...keys.configuration(version),
    published: JSON.stringify(aVersion(version, { publishedAt: NOW - HOUR })),
  });

  it('brings back the others, and leaves what is there as it is', async () => {
    const freeze = aFreeze({ by: 'help-desk' });
    const present = { ...TRIES, freeze, frozenAt: freeze.at, leaseholder: 'none', 'tries:email-code': 9 };
    await there('flows', present);
    const other = { ...keys.tries(aPerson()), 'tries:email-code': 3 };
    const rows = [
      { ...TRIES, liftedAt: NOW + HOUR },
      { ...TRIES, 'tries:email-code': -3 },
      { ...TRIES, windowStart: 'now', windowTries: 0 },
      { ...keys.texts(0), counted: 'none' },
      { pk: '' },
      other,
    ];
    for (const write of [false, true]) {
      const { leftOut, troubles, written } = await restored('flows', rows, write);
      expect([leftOut.count, troubles, written]).toEqual([5, [], 1]);
      expect(leftOut.first[0]).toContain(`${TRIES.pk}: "liftedAt" is 2100-`);
    }
    expect(await rowOf('flows', TRIES)).toEqual(present);
    expect(await rowOf('flows', { pk: other.pk })).toEqual(other);
  });

  it('leaves a registration as it is for one of a time to come, and says where an older one is replaced', async () => {
    await there('enrollments', registered(NOW - 2));
    const altered = await restored('enrollments', [registered(NOW + 1)]);
    expect([altered.leftOut.count, altered.written]).toEqual([1, 0]);
    const newer = await restored('enrollments', [registered(NOW - 1)], false);
    expect(newer.overruled.first).toEqual([
      expect.stringContaining(`${personKey(PERSON)} registered at 2100-`),
    ]);
    expect((await restored('enrollments', [registered(NOW - 3)])).overruled.count).toBe(0);
  });

  it('says where self-service is given back, and where a version comes in force', async () => {
    const freeze = aFreeze({ at: NOW - 3 });
    await there('flows', { ...TRIES, freeze, frozenAt: freeze.at, leaseholder: 'none' });
    const { overruled } = await restored('flows', [{ ...TRIES, liftedAt: NOW - 2 }], false);
    expect(overruled.first).toEqual([expect.stringContaining(`${TRIES.pk} was on hold since`)]);
    const empty = await restored('configuration', [published(1), published(2)]);
    expect([empty.written, empty.overruled.count]).toEqual([2, 0]);
    const next = await restored('configuration', [published(1), published(3)], false);
    expect(next.overruled.first).toEqual([
      'version 3 of the configuration comes in force in place of version 2',
    ]);
  });

  it('leaves out what DynamoDB does not take, and what cannot be joined with what is there', async () => {
    const large = anEvent({ at: NOW, reference: 'a' });
    const happening = { kind: 'signed-in' as const, more: 'x'.repeat(410_000) };
    const rows = [eventPut('', { ...large, happening }).Put.Item, eventPut('', anEvent()).Put.Item];
    const { leftOut, written } = await restored('trail', rows);
    expect([leftOut.count, written]).toEqual([1, 1]);
    expect(leftOut.first[0]).toContain('ValidationException');
    await there('enrollments', { ...registered(NOW), enrollment: '{}' });
    const clash = await restored('enrollments', [registered(NOW)]);
    expect([clash.leftOut.count, clash.written]).toEqual([1, 0]);
  });
});

describe('an export with lines that are no rows', () => {
  let folder: string;
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Writes an export of one data file of these lines. */
  function exported(lines: readonly string[]): void {
    folder = mkdtempSync(path.join(tmpdir(), 'latchkey-altered-'));
    const bytes = gzipSync(`${lines.join('\n')}\n`);
    const md5Checksum = createHash('md5').update(bytes).digest('base64');
    const file = { dataFileS3Key: 'a/data/one.gz', itemCount: lines.length, md5Checksum };
    writeFileSync(path.join(folder, 'manifest-summary.json'), '{"outputFormat":"DYNAMODB_JSON"}');
    writeFileSync(path.join(folder, 'manifest-files.json'), JSON.stringify(file));
    mkdirSync(path.join(folder, 'data'));
    writeFileSync(path.join(folder, 'data', 'one.gz'), bytes);
  }

  it('is read on after each of them, which is named with its place', async () => {
    const value = (text: string) => `{"Item":{"pk":{"S":"a"},"x":${text}}}`;
    const odd = [
      '{',
      'null',
      '{"Item":null}',
      '{"Item":[]}',
      value('{"N":""}'),
      value('{"N":null}'),
      value('{"N":"0x10"}'),
      value('{"N":"9007199254740993"}'),
      value('{"N":"1e400"}'),
      value('{"S":7}'),
      value('{"BOOL":"false"}'),
      value('{"L":{}}'),
      value('{"M":7}'),
      value('7'),
      value('{"B":"AAAA"}'),
      value(`${'{"L":['.repeat(40)}${']}'.repeat(40)}`),
      value(`${'{"L":['.repeat(100_000)}${']}'.repeat(100_000)}`),
      value(`{"S":"${'x'.repeat(17 * 2 ** 20)}"}`),
    ];
    exported([...odd, value('{"N":"1"}')]);
    const rows = await collected(exportRows(folder));
    expect(rows.map(unreadBecause).filter((why) => why !== undefined)).toHaveLength(odd.length);
    expect(unreadBecause(rows[0] ?? {})).toContain('one.gz, line 1 is no row of a table');
    expect(unreadBecause(rows[odd.length - 1] ?? {})).toContain('longer than any row');
    expect(rows.at(-1)).toEqual({ pk: 'a', x: 1 });
  });
});
