import { describe } from 'vitest';
import { postActionQueueContract } from '../../contracts/post-action-queue.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  postActionQueueContract('DynamoDB', dynamoStores);
});
