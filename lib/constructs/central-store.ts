import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import {
  type KeyAttribute,
  TABLE_DEFINITIONS,
  type TableDefinition,
  type TableName,
} from '../../adapters/dynamodb/tables.ts';

/** The four tables that hold everything the product remembers. Kept, and kept from deletion, whatever happens to the stack. */
export class CentralStore extends Construct {
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly key: IKey;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.key = key;
    this.tables = {
      configuration: tableOf(this, 'Configuration', TABLE_DEFINITIONS.configuration, key),
      enrollments: tableOf(this, 'Enrollments', TABLE_DEFINITIONS.enrollments, key),
      // Its stream wakes the sender: keys are enough for that, and nothing sealed is copied.
      flows: tableOf(this, 'Flows', TABLE_DEFINITIONS.flows, key, StreamViewType.KEYS_ONLY),
      trail: tableOf(this, 'Trail', TABLE_DEFINITIONS.trail, key),
    };
  }

  /** The names of the tables, as the functions read them. */
  names(): string {
    const names = Object.entries(this.tables).map(([name, table]) => [name, table.tableName]);
    return Stack.of(this).toJsonString(Object.fromEntries(names));
  }
}

function tableOf(
  scope: Construct,
  id: string,
  definition: TableDefinition,
  key: IKey,
  stream?: StreamViewType,
): Table {
  const table = new Table(scope, id, {
    ...keysOf(definition),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(definition.ttlAttribute !== undefined && { timeToLiveAttribute: definition.ttlAttribute }),
    ...(stream !== undefined && { stream }),
  });
  for (const { name, projection, ...keys } of definition.indexes)
    table.addGlobalSecondaryIndex({
      indexName: name,
      ...keysOf(keys),
      projectionType: projection === 'ALL' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
    });
  return table;
}

const keysOf = ({ partitionKey, sortKey }: Pick<TableDefinition, 'partitionKey' | 'sortKey'>) => ({
  partitionKey: attribute(partitionKey),
  ...(sortKey && { sortKey: attribute(sortKey) }),
});

const attribute = ({ name, type }: KeyAttribute): Attribute => ({
  name,
  type: type === 'S' ? AttributeType.STRING : AttributeType.NUMBER,
});
