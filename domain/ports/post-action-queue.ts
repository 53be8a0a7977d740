import type { PostActionDesk, PostActionJob } from '../post-actions/job.ts';
import type { TrailEvent } from '../trail/event.ts';

/**
 * The post actions that wait for being done (`FlowStore.settle` puts them there). Throws a Failure when the store cannot be
 * reached. A job is done once at a time: whoever claims it has it until then, and a worker that died loses it by itself.
 */
export interface PostActionQueue {
  /** Jobs of that desk that are due, oldest first, at most `limit`. */
  due(desk: PostActionDesk, now: number, limit: number): Promise<readonly PostActionJob[]>;
  /** Takes a job until `until`; false when another worker has it, or when it is not due any more. */
  claim(job: PostActionJob, now: number, until: number): Promise<boolean>;
  /** A try failed: it is due again at `dueAt`, and its `failures` go up by one. */
  later(job: PostActionJob, dueAt: number): Promise<void>;
  /** It is done, or given up: deletes it with its trail event, in one transaction. Nothing is written when it is gone already. */
  finish(job: PostActionJob, event: TrailEvent): Promise<void>;
}
