import { describe } from 'vitest';
import { configurationStoreContract } from '../../contracts/configuration-store.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  configurationStoreContract('DynamoDB', dynamoStores);
});
