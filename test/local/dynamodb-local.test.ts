import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTables } from '../../adapters/dynamodb/create-tables.ts';
import { findJava, startDynamoDbLocal } from '../../local/dynamodb-local.ts';
import { hasDynamoDb } from '../support/central-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(script: string): string {
  const file = join(folder, 'java');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('DynamoDB Local', () => {
  it('is run by the java of JAVA_HOME, else of the path, else not at all', () => {
    const java = program('exit 0');
    expect(findJava({ PATH: `/nowhere:${folder}` })).toBe(java);
    expect(findJava({ JAVA_HOME: '/nowhere', PATH: folder })).toBe(java);
    expect(findJava({ PATH: '/nowhere' })).toBeUndefined();
  });

  it('says what java said when it does not start', async () => {
    const local = await startDynamoDbLocal(program('echo UnsupportedClassVersionError >&2; exit 1'));
    await expect(local.ready()).rejects.toThrow('UnsupportedClassVersionError');
  });

  it('runs with telemetry off, by flag and by variable', async () => {
    const local = await startDynamoDbLocal(program('echo "$@ telemetry=$DDB_LOCAL_TELEMETRY"; exit 1'));
    await expect(local.ready()).rejects.toThrow(/-disableTelemetry.*telemetry=0/);
  });

  it.skipIf(!hasDynamoDb())('keeps its tables in a directory, over a restart', async () => {
    const tables = {
      configuration: 'configuration',
      enrollments: 'enrollments',
      flows: 'flows',
      trail: 'trail',
    };
    const run = async (then: (client: DynamoDBClient) => Promise<unknown>) => {
      const local = await startDynamoDbLocal(findJava() ?? '', { directory: folder });
      await local.ready();
      const credentials = { accessKeyId: 'local', secretAccessKey: 'none' };
      await then(new DynamoDBClient({ endpoint: local.endpoint, region: 'eu-west-1', credentials }));
      await local.stop();
    };
    await run((client) => createTables(client, tables));
    await run(async (client) => {
      await createTables(client, tables);
      const { TableNames } = await client.send(new ListTablesCommand({}));
      expect(TableNames).toEqual(Object.values(tables));
    });
  });
});
