import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  CfnGlobalTable,
  type ITable,
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
import type { Abroad } from './shared-keys.ts';

/** A table, of whichever kind. */
export type NamedTable = Pick<ITable, 'tableArn' | 'tableName'>;

/** The four tables that hold everything the product remembers. Kept, and kept from deletion, whatever happens to the stack. */
export class CentralStore extends Construct {
  readonly tables: Readonly<Record<TableName, NamedTable>> & { readonly flows: Table; readonly trail: Table };
  readonly key: IKey;

  constructor(scope: Construct, id: string, key: IKey, abroad: Abroad = {}) {
    super(scope, id);
    this.key = key;
    this.tables = {
      configuration: sharedTable(this, 'Configuration', 'configuration', key, abroad),
      enrollments: sharedTable(this, 'Enrollments', 'enrollments', key, abroad),
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

/**
 * A table that may have a replica in another region, or is one (decision 33). It is a global table of one region where there is none, as
 * CloudFormation would replace any other kind when a replica is added. (Not CDK's TableV2: that has no key of ours where the
 * stack's region is only known at deployment.)
 */
function sharedTable(
  scope: Construct,
  id: string,
  name: 'configuration' | 'enrollments',
  key: IKey,
  { replica, standby }: Abroad,
): NamedTable {
  if (standby) return Table.fromTableName(scope, id, standby[name]);
  const { partitionKey, sortKey } = TABLE_DEFINITIONS[name];
  const abroad = replica?.tableKey === undefined ? [] : [replicaIn(replica.region, replica.tableKey)];
  const attributes = sortKey ? [partitionKey, sortKey] : [partitionKey];
  const table = new CfnGlobalTable(scope, id, {
    billingMode: BillingMode.PAY_PER_REQUEST,
    attributeDefinitions: attributes.map((one) => ({ attributeName: one.name, attributeType: one.type })),
    keySchema: attributes.map((one, at) => ({
      attributeName: one.name,
      keyType: at === 0 ? 'HASH' : 'RANGE',
    })),
    sseSpecification: { sseEnabled: true, sseType: 'KMS' },
    replicas: [replicaIn(Stack.of(scope).region, key.keyArn), ...abroad],
    // What replicas are told by.
    ...(abroad.length > 0 && { streamSpecification: { streamViewType: StreamViewType.NEW_AND_OLD_IMAGES } }),
  });
  table.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return { tableArn: table.attrArn, tableName: table.ref };
}

const replicaIn = (region: string, kmsMasterKeyId: string): CfnGlobalTable.ReplicaSpecificationProperty => ({
  region,
  deletionProtectionEnabled: true,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  sseSpecification: { kmsMasterKeyId },
});

/** A table of one region, for good. */
function tableOf(
  scope: Construct,
  id: string,
  definition: TableDefinition,
  key: IKey,
  stream?: StreamViewType,
): Table {
  const table = new Table(scope, id, {
    ...keysOf(definition),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
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
