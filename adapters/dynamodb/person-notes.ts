import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Errand } from '../../domain/ports/outbox.ts';
import type { PersonNotesStore } from '../../domain/ports/person-notes.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { freezing } from './freezing.ts';
import { keys } from './keys.ts';
import { FROZEN_AT } from './lease.ts';
import { notesOf, personRows, usedName } from './notes-row.ts';
import { errandPut } from './errand.ts';
import { dynamoRequests, held, lost } from './requests.ts';
import type { Tables } from './tables.ts';
import { eventPut } from './trail.ts';

/** What is noted of people, on DynamoDB: their rows of tries in table `flows`, and table `trail`. */
export function dynamoPersonNotes(
  client: DynamoDBClient,
  tables: Pick<Tables, 'flows' | 'trail'>,
): PersonNotesStore {
  const requests = dynamoRequests(client);
  const table = tables.flows;
  const told = (event: TrailEvent, errands: readonly Errand[]) => [
    eventPut(tables.trail, event),
    ...errands.map((errand) => ({ Put: errandPut(table, errand) })),
  ];
  return {
    find: async (person) => notesOf(await personRows(requests, table, person)),
    async useUp(person, { name, value }) {
      const used = await requests.update({
        TableName: table,
        Key: keys.tries(person),
        UpdateExpression: 'SET #used = :value',
        ConditionExpression: 'attribute_not_exists(#used) OR #used < :value',
        ExpressionAttributeNames: { '#used': usedName(name) },
        ExpressionAttributeValues: { ':value': value },
      });
      return held(used, 'use something up');
    },
    freeze: (person, freeze, event, errands) =>
      freezing(requests, table, { person, freeze }, told(event, errands)),
    async unfreeze(person, event, errands, madeAt) {
      const Update = {
        TableName: table,
        Key: keys.tries(person),
        UpdateExpression: `SET liftedAt = :at REMOVE ${FROZEN_AT}, freeze`,
        ConditionExpression:
          madeAt === undefined ? `attribute_exists(${FROZEN_AT})` : `${FROZEN_AT} = :madeAt`,
        ExpressionAttributeValues: { ':at': event.at, ...(madeAt !== undefined && { ':madeAt': madeAt }) },
      };
      const lifted = await requests.commit([{ Update }, ...told(event, errands)]);
      return held(lifted, 'lift a freeze') || lost(lifted);
    },
  };
}
