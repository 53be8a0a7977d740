import { describe } from 'vitest';
import { sessionStoreContract } from '../../contracts/session-store.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  sessionStoreContract('DynamoDB', dynamoStores);
});
