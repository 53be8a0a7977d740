import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ChainHeads } from '../../domain/ports/chain-heads.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedChainHead } from '../central-store/stored-chain-head.ts';
import { keys } from './keys.ts';
import { dynamoRequests, held } from './requests.ts';
import type { Tables } from './tables.ts';

/** The heads of the trail's chains on DynamoDB, in the table of the trail: one row each, moved by a conditional put. */
export function dynamoChainHeads(client: DynamoDBClient, { trail }: Pick<Tables, 'trail'>): ChainHeads {
  const requests = dynamoRequests(client);
  return {
    async find(chain) {
      const row = await requests.read(trail, keys.chainHead(chain));
      return row && readStored(storedChainHead, row, 'head of a chain');
    },
    async advance(chain, from, { number, seq, hash, at }) {
      const condition =
        from === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#number = :from',
              ExpressionAttributeNames: { '#number': 'number' },
              ExpressionAttributeValues: { ':from': from },
            };
      const Item = { ...keys.chainHead(chain), number, seq, hash, at };
      return held(await requests.put({ TableName: trail, Item, ...condition }), 'move the head of a chain');
    },
  };
}
