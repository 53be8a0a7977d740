import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PostActionJob } from '../../domain/post-actions/job.ts';
import type { PostActionQueue } from '../../domain/ports/post-action-queue.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedJob } from '../central-store/stored-job.ts';
import { dueKeys } from './due-keys.ts';
import { keys } from './keys.ts';
import { dueAtDesk } from './queueing.ts';
import { dynamoRequests, held, lost, type Row } from './requests.ts';
import type { Tables } from './tables.ts';
import { eventPut } from './trail.ts';

/**
 * The post actions that wait, on DynamoDB: rows of table `flows` (each desk a partition of the outbox's index), and table `trail`. A
 * claim moves the row's due time to the end of the claim.
 */
export function dynamoPostActionQueue(
  client: DynamoDBClient,
  tables: Pick<Tables, 'flows' | 'trail'>,
): PostActionQueue {
  const requests = dynamoRequests(client);
  const table = tables.flows;
  const onJob = ({ id }: PostActionJob) => ({ TableName: table, Key: keys.postAction(id) });
  return {
    async due(desk, now, limit) {
      const found = await dueKeys(requests, table, dueAtDesk(desk), now, limit);
      const rows = await Promise.all(found.map((key) => requests.read(table, key)));
      // The index lags; the rows read after it say what is still due.
      return rows.flatMap((row) => (row && Number(row['dueAt']) <= now ? [jobOf(row)] : []));
    },
    async claim(job, now, until) {
      const claimed = await requests.update({
        ...onJob(job),
        UpdateExpression: 'SET dueAt = :until',
        ConditionExpression: 'dueAt <= :now AND failures = :failures',
        ExpressionAttributeValues: { ':now': now, ':until': until, ':failures': job.failures },
      });
      return held(claimed, 'claim a post action');
    },
    async later(job, dueAt) {
      const moved = await requests.update({
        ...onJob(job),
        UpdateExpression: 'SET dueAt = :at ADD failures :one',
        ConditionExpression: 'failures = :failures',
        ExpressionAttributeValues: { ':at': dueAt, ':one': 1, ':failures': job.failures },
      });
      held(moved, 'put a post action off');
    },
    async finish(job, event) {
      const Delete = { ...onJob(job), ConditionExpression: 'attribute_exists(pk)' };
      const finished = await requests.commit([{ Delete }, eventPut(tables.trail, event)]);
      if (!held(finished, 'finish a post action')) lost(finished);
    },
  };
}

const jobOf = ({ job, failures }: Row): PostActionJob =>
  readStored(storedJob, { ...Object(job), failures }, 'post action');
