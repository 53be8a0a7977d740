import { Stack } from 'aws-cdk-lib';
import { EXECUTING } from '../../adapters/dynamodb/flow-row.ts';
import { CONFIGURATION, keys } from '../../adapters/dynamodb/keys.ts';
import { DUE, dueAtDesk } from '../../adapters/dynamodb/queueing.ts';
import { OUTBOX_INDEX, type TableName, UNSETTLED_INDEX } from '../../adapters/dynamodb/tables.ts';
import type { CentralStore } from './central-store.ts';
import type { RecoveryFunction } from './recovery-function.ts';

type ItemAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'Query'
  | 'Scan';

/** Where a key holds a name, an address or a time, any will do. */
const anyOf = ({ pk }: { readonly pk: string }): string => `${pk.slice(0, pk.indexOf('#') + 1)}*`;
const nobody = { domain: '', guid: '' };
/** The kinds of rows in table `flows`, as the patterns of their partition keys. */
export const FLOW_ROWS = {
  flow: anyOf(keys.flow('')),
  session: anyOf(keys.session('')),
  adminSession: anyOf(keys.adminSession('')),
  errand: anyOf(keys.errand('')),
  tries: anyOf(keys.tries(nobody)),
  signIns: anyOf(keys.signIns(nobody)),
  signInsFrom: anyOf(keys.signInsFrom('', 0)),
  startsFrom: anyOf(keys.startsFrom('', 0)),
  starts: anyOf(keys.starts(0, 0)),
  told: anyOf(keys.told(nobody, 0)),
  texts: anyOf(keys.texts(0)),
  postAction: anyOf(keys.postAction('')),
  /** What the links of letters may do. */
  repudiation: anyOf(keys.repudiation('')),
  /** What the doctor and the pre-flight found. */
  health: anyOf(keys.examination()),
} as const;
type FlowRow = keyof typeof FLOW_ROWS;
/** The days of events, in table `trail`: any of this millennium. */
const TRAIL_DAYS = '2*';
/** What is noted of the chains, in table `trail`. */
const CHAINS = anyOf(keys.chainHead(0));
/** The drafts, in table `configuration`. */
const DRAFTS = anyOf(keys.draft(nobody));

/**
 * What one function may do with the central store. Each method adds the very DynamoDB actions the adapters use, on one
 * table and, where rows of several kinds share it, on those kinds of rows alone. (A transaction asks for the actions of its items.)
 */
export function storeGrants(store: CentralStore, reader: RecoveryFunction) {
  enter(store, reader);
  const items = (table: TableName, actions: readonly ItemAction[], rows?: readonly string[]): void =>
    reader.allow({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [store.tables[table].tableArn],
      ...(rows && leading(rows)),
    });
  const index = (name: string, partition: string): void =>
    reader.allow({
      actions: ['dynamodb:Query'],
      resources: [`${store.tables.flows.tableArn}/index/${name}`],
      ...leading([partition]),
    });
  const grants = {
    /** The newest version. */
    readConfiguration: () => (items('configuration', ['Query'], [CONFIGURATION]), grants),
    /** Versions, each added to those before it. */
    publishConfiguration: () => (
      items('configuration', ['ConditionCheckItem', 'GetItem', 'PutItem'], [CONFIGURATION]),
      grants
    ),
    keepDrafts: () => (items('configuration', ['DeleteItem', 'GetItem', 'PutItem'], [DRAFTS]), grants),
    /** Those of many people at once. */
    listEnrollments: () => (items('enrollments', ['BatchGetItem']), grants),
    /** Everybody's. */
    readAllEnrollments: () => (items('enrollments', ['GetItem', 'Scan']), grants),
    readEnrollments: () => (items('enrollments', ['GetItem']), grants),
    keepEnrollments: () => (items('enrollments', ['GetItem', 'PutItem']), grants),
    readTrail: () => (items('trail', ['Query']), grants),
    /** Events, and nothing of what is noted of the chains they are sealed in. */
    appendTrail: () => (items('trail', ['PutItem'], [TRAIL_DAYS]), grants),
    /** Where the chains of the sealed trail end. */
    keepChainHeads: () => (items('trail', ['GetItem', 'PutItem'], [CHAINS]), grants),
    useFlows: (actions: readonly ItemAction[], rows: readonly FlowRow[]) => (
      items(
        'flows',
        actions,
        rows.map((row) => FLOW_ROWS[row]),
      ),
      grants
    ),
    /** The rows with something to send. */
    findDue: () => (index(OUTBOX_INDEX, DUE), grants),
    /** The post actions that wait at one desk. */
    findPostActions: (desk: Parameters<typeof dueAtDesk>[0]) => (
      index(OUTBOX_INDEX, dueAtDesk(desk)),
      grants
    ),
    /** The flows that are executing. */
    findUnsettled: () => (index(UNSETTLED_INDEX, EXECUTING), grants),
  };
  return grants;
}

/** Lets a function into the store at all: the names of the tables, and the store's key, through DynamoDB only. */
function enter(store: CentralStore, reader: RecoveryFunction): void {
  reader.set('LATCHKEY_TABLES', store.names());
  reader.allow({
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: [store.key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(store).region}.amazonaws.com` } },
  });
}

const leading = (partitions: readonly string[]) => ({
  conditions: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
    // All of no keys are like anything: without this, what names no key (a scan) would be let through.
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
});
