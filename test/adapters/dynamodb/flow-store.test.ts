import { describe } from 'vitest';
import { flowStoreContract } from '../../contracts/flow-store.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  flowStoreContract('DynamoDB', dynamoStores);
});
