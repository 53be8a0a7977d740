import { describe } from 'vitest';
import { trailContract } from '../../contracts/trail.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  trailContract('DynamoDB', dynamoStores);
});
