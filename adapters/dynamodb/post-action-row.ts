import { deskOf, type PostActionJob } from '../../domain/post-actions/job.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { dueAtDesk } from './queueing.ts';

/** A job is kept this long from the change it follows: whatever waits then was given up by everybody. */
const JOB_KEPT_MS = 31 * 24 * 60 * 60_000;

/** The put of a new job, due at once, in the transaction of the outcome it follows. */
export const jobPut = (TableName: string, job: PostActionJob) => ({
  TableName,
  Item: {
    ...keys.postAction(job.id),
    job,
    failures: job.failures,
    due: dueAtDesk(deskOf(job)),
    dueAt: job.at,
    ttl: ttlAfter(job.at, JOB_KEPT_MS),
  },
  ConditionExpression: 'attribute_not_exists(pk)',
});
