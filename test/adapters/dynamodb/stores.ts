import { dynamoAdminSessionStore } from '../../../adapters/dynamodb/admin-session-store.ts';
import { dynamoConfigurationStore } from '../../../adapters/dynamodb/configuration-store.ts';
import { dynamoDraftStore } from '../../../adapters/dynamodb/draft-store.ts';
import { dynamoEnrollmentStore } from '../../../adapters/dynamodb/enrollment-store.ts';
import { dynamoFlowStore } from '../../../adapters/dynamodb/flow-store.ts';
import { dynamoHealthStore } from '../../../adapters/dynamodb/health-store.ts';
import { dynamoOutbox } from '../../../adapters/dynamodb/outbox.ts';
import { dynamoPersonNotes } from '../../../adapters/dynamodb/person-notes.ts';
import { dynamoPostActionQueue } from '../../../adapters/dynamodb/post-action-queue.ts';
import { dynamoRepudiations } from '../../../adapters/dynamodb/repudiations.ts';
import { dynamoSessionStore } from '../../../adapters/dynamodb/session-store.ts';
import { dynamoTrail } from '../../../adapters/dynamodb/trail.ts';
import type { CentralStore } from '../../contracts/central-store.ts';
import { type DynamoDbTables, freshDynamoDb } from '../../support/central-store.ts';
import { aConfiguration } from '../../support/configured.ts';

/** Every store over these tables. */
export const dynamoStoresOn = ({ client, tables }: DynamoDbTables): CentralStore => ({
  flows: dynamoFlowStore(client, tables),
  notes: dynamoPersonNotes(client, tables),
  repudiations: dynamoRepudiations(client, tables),
  postActions: dynamoPostActionQueue(client, tables),
  sessions: dynamoSessionStore(client, tables),
  enrollments: dynamoEnrollmentStore(client, tables),
  configuration: dynamoConfigurationStore(client, tables, aConfiguration()),
  drafts: dynamoDraftStore(client, tables),
  adminSessions: dynamoAdminSessionStore(client, tables),
  health: dynamoHealthStore(client, tables),
  outbox: dynamoOutbox(client, tables),
  trail: dynamoTrail(client, tables),
});

/** Every store over fresh tables. */
export const dynamoStores = async (): Promise<CentralStore> => dynamoStoresOn(await freshDynamoDb());
