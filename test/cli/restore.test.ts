import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { dynamoRequests } from '../../adapters/dynamodb/requests.ts';
import { tableRows } from '../../adapters/dynamodb/restore/restore-table.ts';
import { restore } from '../../cli/commands/restore.ts';
import { CommandEnds } from '../../cli/exit-codes.ts';
import type { RestoreSources } from '../../cli/restore-plan.ts';
import { dynamoStoresOn } from '../adapters/dynamodb/stores.ts';
import { collected } from '../contracts/central-store.ts';
import { type DynamoDbTables, freshDynamoDb, hasDynamoDb } from '../support/central-store.ts';
import { personKey } from '../../domain/person.ts';
import { anEnrollment, anErrand, aSession, DAY } from '../support/stored-records.ts';
import { exportTable } from '../support/table-export.ts';
import { scriptedSetting } from './scripted-setting.ts';
import { type Ended, type Shell, shellFor } from './shell.ts';

describe.skipIf(!hasDynamoDb())('latchkey restore', () => {
  let shell: Shell;
  let target: DynamoDbTables;
  let lost: DynamoDbTables;
  let environment: Record<string, string>;
  let connect: () => Promise<DynamoDBClient>;
  const typed = (...args: readonly string[]): Promise<Ended> =>
    shell.latchkey(['restore', '--tables', 'outputs.json', ...args], { environment });

  /** The same without a process of its own. */
  async function restored(sources: RestoreSources, dryRun = false): Promise<Ended> {
    const setting = scriptedSetting({});
    const options = { ...sources, tables: shell.file('outputs.json'), dryRun, yes: true };
    const end = await restore(setting, options, connect).catch((cause: unknown) => cause);
    if (end !== undefined && !(end instanceof CommandEnds)) throw end;
    return {
      code: end?.exitCode ?? 0,
      out: setting.said.out,
      talk: setting.said.talk + (end?.message ?? ''),
    };
  }
  const registered = async ({ client, tables }: DynamoDbTables) =>
    (await collected(tableRows(client, tables.enrollments))).length;

  /** Some people who registered at a visit, the visit still open. */
  async function register(db: DynamoDbTables, people: number): Promise<void> {
    const stores = dynamoStoresOn(db);
    for (let n = 0; n < people; n += 1) {
      const next = anEnrollment({ changedAt: Date.now(), addresses: [] });
      const session = aSession({ person: next.person, startedAt: Date.now(), expiresAt: Date.now() + DAY });
      await stores.sessions.create(session);
      await stores.outbox.run(anErrand({ person: next.person }));
      await dynamoRequests(db.client).put({
        TableName: db.tables.enrollments,
        Item: {
          pk: `${next.person.domain}/${next.person.guid}`,
          version: next.version,
          enrollment: JSON.stringify(next),
        },
      });
    }
  }

  beforeEach(async () => {
    shell = shellFor('http://localhost:1');
    [lost, target] = [await freshDynamoDb(), await freshDynamoDb()];
    const { accessKeyId, secretAccessKey } = await target.client.config.credentials();
    const endpoint = inject('dynamodb')?.endpoint ?? '';
    connect = async () =>
      new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials: { accessKeyId, secretAccessKey } });
    environment = {
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
    shell.write('outputs.json', { 'Latchkey-Example-State': { Tables: JSON.stringify(target.tables) } });
  });
  afterEach(() => shell.leave());

  const exported = (table: 'enrollments' | 'flows'): Promise<string> =>
    exportTable(lost.client, lost.tables[table], shell.file(table), 2);

  it('shows first, then brings back, then finds nothing left to do', async () => {
    await register(lost, 3);
    await exported('enrollments');
    await exported('flows');
    const from = ['--enrollments', 'enrollments', '--flows', 'flows'];
    const dry = await typed(...from, '--dry-run');
    expect(dry).toMatchObject({ code: 0, talk: expect.stringContaining('nothing has been changed') });
    expect(dry.out).toContain('enrollments: 3 rows read, 3 would be written, 0 there already or newer');
    expect(dry.out).toContain('3 sessions not brought back');
    expect(dry.out).toContain('3 errands not brought back');
    expect(await registered(target)).toBe(0);
    const done = await typed(...from, '--yes');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('3 rows read, 3 written') });
    expect(await registered(target)).toBe(3);
    expect(await collected(tableRows(target.client, target.tables.flows))).toEqual([]);
    const again = await restored({ enrollments: shell.file('enrollments') });
    expect(again.out).toContain('enrollments: 3 rows read, 0 written, 3 there already or newer');
  });

  it('takes a table that AWS restored beside the store', async () => {
    await register(target, 2);
    const other = { ...target.tables, enrollments: 'none-yet' };
    shell.write('outputs.json', other);
    const nowhere = await restored({ enrollments: `table:${target.tables.enrollments}` });
    expect(nowhere).toMatchObject({ code: 1, talk: expect.stringContaining('Nothing has been changed.') });
    shell.write('outputs.json', target.tables);
    const same = await restored({ enrollments: `table:${target.tables.enrollments}` });
    expect(same.out).toContain('2 rows read, 0 written, 2 there already or newer');
  });

  it('writes nothing where one row is of an unknown kind', async () => {
    await register(lost, 2);
    await dynamoRequests(lost.client).put({ TableName: lost.tables.enrollments, Item: { pk: 'voucher#1' } });
    await exported('enrollments');
    const refused = await restored({ enrollments: shell.file('enrollments') });
    expect(refused).toMatchObject({ code: 3, talk: expect.stringContaining('voucher#1 is of no kind') });
    expect(refused.talk).toContain('Nothing has been changed.');
    expect(await registered(target)).toBe(0);
  });

  it('names rows that cannot be believed, in a dry run too, and brings back the others', async () => {
    await register(lost, 2);
    const future = anEnrollment({ changedAt: Date.now() + DAY, addresses: [] });
    const pk = personKey(future.person);
    const Item = { pk, version: future.version, enrollment: JSON.stringify(future) };
    await dynamoRequests(lost.client).put({ TableName: lost.tables.enrollments, Item });
    await exported('enrollments');
    const from = { enrollments: shell.file('enrollments') };
    const dry = await restored(from, true);
    expect(dry).toMatchObject({ code: 3, talk: expect.stringContaining('1 row would be left out') });
    const done = await restored(from);
    expect(done).toMatchObject({ code: 5, talk: expect.stringContaining('all others have been restored') });
    for (const { out } of [dry, done]) {
      expect(out).toContain('1 left out, as they cannot be believed:');
      expect(out).toMatch(`${pk} 1: "changedAt" is`);
      expect(out).toContain(
        'They keep what the table has of them; where that is nothing, they register again.',
      );
    }
    expect(await registered(target)).toBe(2);
  });

  it.each([
    [
      'a data file that is missing',
      (folder: string) => rmSync(path.join(folder, 'data', 'part1.json.gz')),
      'ENOENT',
    ],
    [
      'a damaged data file',
      (folder: string) => writeFileSync(path.join(folder, 'data', 'part1.json.gz'), gzipSync('{}\n')),
      'is damaged',
    ],
    [
      'a row too few',
      (folder: string) => {
        const manifest = path.join(folder, 'manifest-files.json');
        writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"itemCount":2', '"itemCount":3'));
      },
      'has 2 rows, and its manifest says 3',
    ],
    [
      'no manifest',
      (folder: string) => rmSync(path.join(folder, 'manifest-files.json')),
      'copy all that lies',
    ],
    [
      'an export in another format',
      (folder: string) => writeFileSync(path.join(folder, 'manifest-summary.json'), '{"outputFormat":"ION"}'),
      'export the table again',
    ],
  ])('writes nothing of an export with %s', async (_, harm, says) => {
    await register(lost, 4);
    harm(await exported('enrollments'));
    const refused = await restored({ enrollments: shell.file('enrollments') });
    expect(refused).toMatchObject({ code: 1, talk: expect.stringContaining(says) });
    expect(await registered(target)).toBe(0);
  });

  it('asks before it writes, and writes nothing where nobody answers', async () => {
    await register(lost, 1);
    const options = { enrollments: await exported('enrollments'), dryRun: false, yes: false };
    const asked = restore(scriptedSetting({}), { ...options, tables: shell.file('outputs.json') }, connect);
    await expect(asked).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('--yes') });
    expect(await registered(target)).toBe(0);
  });

  it('says what is missing on its command line', async () => {
    expect(await restored({})).toMatchObject({ code: 2, talk: expect.stringContaining('--enrollments') });
    shell.write('outputs.json', { Portal: { PortalUrl: 'https://reset.example.com/' } });
    const nameless = await restored({ trail: 'x' });
    expect(nameless).toMatchObject({ code: 2, talk: expect.stringContaining('--outputs-file') });
  });
});
