import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { createTables } from '../../adapters/dynamodb/create-tables.ts';
import type { Tables } from '../../adapters/dynamodb/tables.ts';

/** DynamoDB tables of one's own, empty. */
export interface DynamoDbTables {
  readonly client: DynamoDBClient;
  readonly tables: Tables;
}

/** Whether this run has a DynamoDB Local; a suite that needs it is skipped otherwise (the set-up has said so). */
export const hasDynamoDb = (): boolean => inject('dynamodb') !== undefined;

/** Fresh tables on the run's DynamoDB Local, seen by nobody else: an access key id of one's own is a database of one's own. */
export async function freshDynamoDb(): Promise<DynamoDbTables> {
  const local = inject('dynamodb');
  if (local === undefined) throw new Error('this run has no DynamoDB Local; ask hasDynamoDb() first');
  await answering(local.endpoint);
  const client = new DynamoDBClient({
    endpoint: local.endpoint,
    region: 'eu-west-1',
    // Letters and digits only: anything else is refused.
    credentials: { accessKeyId: `t${randomBytes(9).toString('hex')}`, secretAccessKey: 'none' },
  });
  const tables = {
    configuration: 'latchkey-configuration',
    enrollments: 'latchkey-enrollments',
    flows: 'latchkey-flows',
    trail: 'latchkey-trail',
  };
  await createTables(client, tables);
  return { client, tables };
}

async function answering(endpoint: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ;) {
    try {
      await fetch(endpoint);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}
