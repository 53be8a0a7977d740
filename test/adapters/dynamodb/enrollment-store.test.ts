import { describe } from 'vitest';
import { enrollmentStoreContract } from '../../contracts/enrollment-store.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  enrollmentStoreContract('DynamoDB', dynamoStores);
});
