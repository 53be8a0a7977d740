import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type AwsPlace, clientsOf } from '../../../local/aws-place.ts';
import { TABLES } from '../../../local/central-store.ts';

/** Every file below a folder but those named, by its path. */
export function filesIn(folder: string, except: readonly string[]): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => !except.some((each) => name === each || name.startsWith(`${each}/`)))
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/** Every row of every table, as JSON. */
export async function tablesAt(place: AwsPlace): Promise<ReadonlyMap<string, Buffer>> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientsOf(place)));
  const tables = new Map<string, Buffer>();
  for (const [name, TableName] of Object.entries(TABLES)) {
    const rows: unknown[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) rows.push(...Items);
    tables.set(name, Buffer.from(JSON.stringify(rows)));
  }
  client.destroy();
  return tables;
}
