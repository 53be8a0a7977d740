import type { DatabaseSync } from 'node:sqlite';
import { deskOf, type PostActionJob } from '../../domain/post-actions/job.ts';
import type { PostActionQueue } from '../../domain/ports/post-action-queue.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedJob } from '../central-store/stored-job.ts';
import { insertEvent } from './trail.ts';
import { reading, transaction } from './transaction.ts';

/** Keeps a new job, due at once, in the transaction of the outcome it follows; throws when its id is taken. */
export function insertJob(db: DatabaseSync, job: PostActionJob): void {
  const put = db.prepare('INSERT INTO post_actions VALUES (?, ?, ?, ?, ?)');
  put.run(job.id, deskOf(job), job.at, job.failures, JSON.stringify(job));
}

/** The post actions that wait, on SQLite. A claim moves the row's due time to the end of the claim. */
export function sqlitePostActionQueue(db: DatabaseSync): PostActionQueue {
  return {
    due: (desk, now, limit) =>
      reading('find post actions', () =>
        db
          .prepare(
            'SELECT document, failures FROM post_actions WHERE desk = ? AND due_at <= ? ORDER BY due_at LIMIT ?',
          )
          .all(desk, now, limit)
          .map(jobOf),
      ),
    claim: ({ id, failures }, now, until) =>
      reading('claim a post action', () => {
        const take = db.prepare(
          'UPDATE post_actions SET due_at = ? WHERE id = ? AND due_at <= ? AND failures = ?',
        );
        return take.run(until, id, now, failures).changes === 1;
      }),
    later: ({ id, failures }, dueAt) =>
      reading('put a post action off', () => {
        const move = db.prepare(
          'UPDATE post_actions SET due_at = ?, failures = failures + 1 WHERE id = ? AND failures = ?',
        );
        move.run(dueAt, id, failures);
      }),
    finish: ({ id }, event) =>
      transaction(db, 'finish a post action', () => {
        if (db.prepare('DELETE FROM post_actions WHERE id = ?').run(id).changes === 1) insertEvent(db, event);
      }),
  };
}

const jobOf = (row: Record<string, unknown>): PostActionJob => ({
  ...readDocument(storedJob, row['document'], 'post action'),
  failures: Number(row['failures']),
});
