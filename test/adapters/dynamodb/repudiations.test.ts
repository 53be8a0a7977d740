import { describe } from 'vitest';
import { repudiationsContract } from '../../contracts/repudiations.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  repudiationsContract('DynamoDB', dynamoStores);
});
