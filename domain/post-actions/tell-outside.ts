import type { Ports } from '../ports/index.ts';
import type { Carried } from '../ports/post-action-desks.ts';
import type { PostActionJob } from './job.ts';

export type TellOutsideNeeds = Pick<Ports, 'webhooks' | 'events'>;

/** Does a job of the desk that tells others of a change. */
export async function tellOutside(
  { webhooks, events }: TellOutsideNeeds,
  job: PostActionJob,
): Promise<Carried> {
  const { work } = job;
  switch (work.kind) {
    case 'webhook':
      return webhooks.deliver({ ...job, work });
    case 'event':
      return events.publish({ ...job, work });
    case 'attribute':
      return { kind: 'failed', why: 'it is for the desk that writes to the directory' };
  }
}
