import { describe } from 'vitest';
import { adminSessionStoreContract } from '../../contracts/admin-session-store.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  adminSessionStoreContract('DynamoDB', dynamoStores);
});
