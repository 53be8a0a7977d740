import type { DatabaseSync } from 'node:sqlite';
import type { Session } from '../../domain/enrollment/session.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedSession } from '../central-store/stored-session.ts';
import { dueWith } from './queueing.ts';

export function findSession(db: DatabaseSync, key: string): Session | undefined {
  const row = db.prepare('SELECT document FROM sessions WHERE key = ?').get(key);
  return row && readDocument(storedSession, row['document'], 'enrollment session');
}

/** Moves a session inside a transaction; what it queued falls due. */
export function replaceSession(db: DatabaseSync, next: Session): void {
  const due = dueWith(db, { kind: 'session', key: next.key }, next.outbox);
  const update = db.prepare('UPDATE sessions SET document = ?, due_at = ? WHERE key = ?');
  update.run(JSON.stringify(next), due, next.key);
}
