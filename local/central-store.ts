import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from '../adapters/dynamodb/create-tables.ts';
import type { Tables } from '../adapters/dynamodb/tables.ts';
import { openCentralStore } from '../adapters/sqlite/open-central-store.ts';
import { type AwsPlace, clientsOf } from './aws-place.ts';
import { CannotStart } from './cannot-start.ts';
import { findJava, startDynamoDbLocal } from './dynamodb-local.ts';

/** Which central store to use; `dynamodb` names one that runs already. */
export type StoreChoice =
  | { readonly kind: 'sqlite' }
  | {
      readonly kind: 'dynamodb';
      readonly running?: { readonly endpoint: string; readonly accessKeyId: string };
    };

export type OpenStore =
  | { readonly kind: 'sqlite'; readonly db: DatabaseSync; stop(): Promise<void> }
  | {
      readonly kind: 'dynamodb';
      readonly client: DynamoDBClient;
      readonly place: AwsPlace;
      stop(): Promise<void>;
    };

/** What the tables are called here. */
export const TABLES: Tables = {
  configuration: 'latchkey-configuration',
  enrollments: 'latchkey-enrollments',
  flows: 'latchkey-flows',
  trail: 'latchkey-trail',
};

/** Opens the central store in the folder, made where it is not there yet. Throws CannotStart without Java for DynamoDB Local. */
export async function openStore(choice: StoreChoice, folder: string): Promise<OpenStore> {
  if (choice.kind === 'sqlite') {
    const db = openCentralStore(join(folder, 'central-store.sqlite'));
    return { kind: 'sqlite', db, stop: () => Promise.resolve(db.close()) };
  }
  const { endpoint, accessKeyId, stop } = choice.running
    ? { ...choice.running, stop: () => Promise.resolve() }
    : await ownDynamoDb(join(folder, 'dynamodb'));
  const place = { endpoint, accessKeyId };
  const client = new DynamoDBClient(clientsOf(place));
  await createTables(client, TABLES);
  return {
    kind: 'dynamodb',
    client,
    place,
    async stop() {
      client.destroy();
      await stop();
    },
  };
}

async function ownDynamoDb(directory: string) {
  const java = findJava();
  if (java === undefined)
    throw new CannotStart(
      'DynamoDB Local needs Java 17 or later (apt-get install default-jre-headless); --store sqlite needs nothing.',
    );
  mkdirSync(directory, { recursive: true });
  const local = await startDynamoDbLocal(java, { directory });
  await local.ready();
  return { endpoint: local.endpoint, accessKeyId: 'latchkey', stop: () => local.stop() };
}
