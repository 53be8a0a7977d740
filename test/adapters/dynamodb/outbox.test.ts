import { describe } from 'vitest';
import { outboxContract } from '../../contracts/outbox.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  outboxContract('DynamoDB', dynamoStores);
});
