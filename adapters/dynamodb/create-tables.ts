import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  type KeyAttribute,
  TABLE_DEFINITIONS,
  type TableDefinition,
  type TableName,
  type Tables,
} from './tables.ts';

/**
 * Makes the tables on DynamoDB Local, where they are ready at once; tables that exist are left as they are.
 * In AWS the same definitions go through CDK.
 */
export async function createTables(client: DynamoDBClient, tables: Tables): Promise<void> {
  const names = Object.keys(TABLE_DEFINITIONS) as TableName[];
  for (const name of names) await createTable(client, tables[name], TABLE_DEFINITIONS[name]);
}

async function createTable(client: DynamoDBClient, name: string, table: TableDefinition): Promise<void> {
  try {
    await client.send(new CreateTableCommand(creation(name, table)));
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw error;
  }
  if (table.ttlAttribute === undefined) return;
  const TimeToLiveSpecification = { AttributeName: table.ttlAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
}

function creation(TableName: string, table: TableDefinition): CreateTableCommandInput {
  const keys = [table, ...table.indexes].flatMap(keyAttributes);
  const types = new Map(keys.map(({ name, type }) => [name, type]));
  const indexes = table.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index),
    Projection: { ProjectionType: index.projection },
  }));
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...types].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keySchema(table),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  };
}

type Keyed = Pick<TableDefinition, 'partitionKey' | 'sortKey'>;

const keyAttributes = ({ partitionKey, sortKey }: Keyed): KeyAttribute[] =>
  sortKey ? [partitionKey, sortKey] : [partitionKey];

const keySchema = (keyed: Keyed) =>
  keyAttributes(keyed).map(({ name }, position) => ({
    AttributeName: name,
    KeyType: position === 0 ? ('HASH' as const) : ('RANGE' as const),
  }));
