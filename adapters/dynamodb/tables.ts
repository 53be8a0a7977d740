/** A key attribute: its name, and whether it holds a string or a number. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N';
}

/** A global secondary index. */
export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute;
  readonly projection: 'ALL' | 'KEYS_ONLY';
}

/** One table's keys, indexes and cleaner. The same data makes the tables in AWS and on DynamoDB Local. */
export interface TableDefinition {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly indexes: readonly IndexDefinition[];
  /** Epoch seconds after which the row may be cleaned away; nothing relies on it. */
  readonly ttlAttribute?: string;
}

export type TableName = 'configuration' | 'enrollments' | 'flows' | 'trail';
/** What the deployment calls the four tables. */
export type Tables = Readonly<Record<TableName, string>>;

/** Sparse: rows with something to send, by when it falls due. Keys only, so that no sealed body is copied. */
export const OUTBOX_INDEX = 'outbox';
/** Sparse: flows that are executing, by when they began. */
export const UNSETTLED_INDEX = 'unsettled';
/** The trail by person. */
export const PERSON_INDEX = 'person';
/** The trail by the reference that people read out. */
export const REFERENCE_INDEX = 'reference';

const pk: KeyAttribute = { name: 'pk', type: 'S' };
const sk: KeyAttribute = { name: 'sk', type: 'S' };

/** The central store's tables, by lifetime (ARCHITECTURE: grants, TTL and back-ups stay simple). */
export const TABLE_DEFINITIONS: Readonly<Record<TableName, TableDefinition>> = {
  configuration: { partitionKey: pk, sortKey: { name: 'version', type: 'N' }, indexes: [] },
  enrollments: { partitionKey: pk, indexes: [] },
  flows: {
    partitionKey: pk,
    indexes: [
      {
        name: OUTBOX_INDEX,
        partitionKey: { name: 'due', type: 'S' },
        sortKey: { name: 'dueAt', type: 'N' },
        projection: 'KEYS_ONLY',
      },
      {
        name: UNSETTLED_INDEX,
        partitionKey: { name: 'executing', type: 'S' },
        sortKey: { name: 'begunAt', type: 'N' },
        projection: 'KEYS_ONLY',
      },
    ],
    ttlAttribute: 'ttl',
  },
  trail: {
    partitionKey: pk,
    sortKey: sk,
    indexes: [
      {
        name: PERSON_INDEX,
        partitionKey: { name: 'person', type: 'S' },
        sortKey: sk,
        projection: 'ALL',
      },
      {
        name: REFERENCE_INDEX,
        partitionKey: { name: 'reference', type: 'S' },
        sortKey: sk,
        projection: 'ALL',
      },
    ],
  },
};
