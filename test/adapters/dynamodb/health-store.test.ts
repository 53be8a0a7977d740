import { describe } from 'vitest';
import { healthStoreContract } from '../../contracts/health-store.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  healthStoreContract('DynamoDB', dynamoStores);
});
