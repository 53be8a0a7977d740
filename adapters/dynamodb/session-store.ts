import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Failure } from '../../domain/failure.ts';
import type { SessionStore } from '../../domain/ports/session-store.ts';
import { keys } from './keys.ts';
import { queueing } from './queueing.ts';
import { dynamoRequests, held } from './requests.ts';
import { sessionOf, sessionPart, sessionRow } from './session-row.ts';
import { reserveSignIn } from './sign-ins.ts';
import type { Tables } from './tables.ts';

/** The session store on DynamoDB: table `flows`. */
export function dynamoSessionStore(client: DynamoDBClient, tables: Pick<Tables, 'flows'>): SessionStore {
  const requests = dynamoRequests(client);
  const table = tables.flows;
  return {
    reserveSignIn: (toll) => reserveSignIn(requests, table, toll),
    async forgiveSignIns(person) {
      held(await requests.remove({ TableName: table, Key: keys.signIns(person) }), 'forget sign-ins');
    },
    async create(session) {
      const Item = sessionRow(session);
      const put = { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      if (!held(await requests.put(put), 'keep a session'))
        throw new Failure('store-corrupt', 'the central store already holds a session under a new key');
    },
    async find(key) {
      const row = await requests.read(table, keys.session(key));
      return row && sessionOf(row);
    },
    async replace(seen, next, queue) {
      const queued = queue && queueing(queue);
      const { session, version, ttl } = sessionPart(next);
      const moved = await requests.update({
        TableName: table,
        Key: keys.session(seen.key),
        UpdateExpression: `SET #session = :session, version = :next, #ttl = :ttl${queued ? `, ${queued.set}` : ''}`,
        ConditionExpression: 'version = :seen',
        ExpressionAttributeNames: { '#session': 'session', '#ttl': 'ttl', ...queued?.names },
        ExpressionAttributeValues: {
          ...queued?.values,
          ':session': session,
          ':seen': seen.version,
          ':next': version,
          ':ttl': ttl,
        },
      });
      return held(moved, 'keep a session');
    },
  };
}
