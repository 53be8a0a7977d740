import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AdminSession } from '../../domain/administration/admin-session.ts';
import type { AdminSessionStore } from '../../domain/ports/admin-session-store.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedAdminSession } from '../central-store/stored-admin-session.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { dynamoRequests, held, taken } from './requests.ts';
import type { Tables } from './tables.ts';

/** The store of administrators' visits on DynamoDB: table `flows`. */
export function dynamoAdminSessionStore(
  client: DynamoDBClient,
  tables: Pick<Tables, 'flows'>,
): AdminSessionStore {
  const requests = dynamoRequests(client);
  const TableName = tables.flows;
  return {
    async create(session) {
      const ConditionExpression = 'attribute_not_exists(pk)';
      const created = await requests.put({ TableName, Item: adminSessionRow(session), ConditionExpression });
      if (!held(created, 'keep a visit')) throw taken(created);
    },
    async find(key) {
      const row = await requests.read(TableName, keys.adminSession(key));
      return row && readStored(storedAdminSession, row['session'], 'visit of an administrator');
    },
    async replace(seen, next) {
      const replaced = await requests.put({
        TableName,
        Item: adminSessionRow({ ...next, key: seen.key }),
        ConditionExpression: 'version = :seen',
        ExpressionAttributeValues: { ':seen': seen.version },
      });
      return held(replaced, 'keep a visit');
    },
  };
}

const adminSessionRow = (session: AdminSession) => ({
  ...keys.adminSession(session.key),
  session,
  version: session.version,
  ttl: ttlAfter(session.expiresAt),
});
