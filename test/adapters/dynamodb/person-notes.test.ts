import { describe } from 'vitest';
import { personNotesContract } from '../../contracts/person-notes.ts';
import { hasDynamoDb } from '../../support/central-store.ts';
import { dynamoStores } from './stores.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  personNotesContract('DynamoDB', dynamoStores);
});
