import { describe } from 'vitest';
import { draftStoreContract } from '../../contracts/draft-store.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  draftStoreContract('DynamoDB', dynamoStores);
});
