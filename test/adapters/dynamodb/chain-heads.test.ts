import { describe, expect, it } from 'vitest';
import { dynamoChainHeads } from '../../../adapters/dynamodb/chain-heads.ts';
import { dynamoTrail } from '../../../adapters/dynamodb/trail.ts';
import { chainHeadsContract } from '../../contracts/chain-heads.ts';
import { collected } from '../../contracts/central-store.ts';
import { freshDynamoDb, hasDynamoDb } from '../../support/central-store.ts';
import { anEvent, DAY, NOW } from '../../support/stored-records.ts';

describe.skipIf(!hasDynamoDb())('on DynamoDB Local', () => {
  chainHeadsContract('DynamoDB', async () => {
    const { client, tables } = await freshDynamoDb();
    return dynamoChainHeads(client, tables);
  });

  it('heads beside the events are no events', async () => {
    const { client, tables } = await freshDynamoDb();
    await dynamoChainHeads(client, tables).advance(0, 0, { number: 1, seq: 1, hash: 'a', at: NOW });
    const trail = dynamoTrail(client, tables);
    const event = anEvent();
    await trail.append(event);
    expect(await collected(trail.between(NOW - DAY, NOW + DAY))).toEqual([event]);
  });
});
