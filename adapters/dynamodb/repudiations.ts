import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { RepudiationStore } from '../../domain/ports/repudiations.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedRepudiation } from '../central-store/stored-repudiation.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { dynamoRequests, held } from './requests.ts';
import type { Tables } from './tables.ts';

/** What stands behind the links of letters, on DynamoDB: table `flows`. */
export function dynamoRepudiations(client: DynamoDBClient, tables: Pick<Tables, 'flows'>): RepudiationStore {
  const requests = dynamoRequests(client);
  const TableName = tables.flows;
  return {
    async keep(key, repudiation) {
      const kept = await requests.put({
        TableName,
        Item: { ...keys.repudiation(key), repudiation, ttl: ttlAfter(repudiation.expiresAt) },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      // Refused means that this very row is there: a retry whose first answer was lost.
      held(kept, 'keep what a link may do');
    },
    async find(key) {
      const row = await requests.read(TableName, keys.repudiation(key));
      return row && readStored(storedRepudiation, row['repudiation'], 'link of a letter');
    },
  };
}
