import type { DatabaseSync } from 'node:sqlite';
import type { Flow } from '../../domain/recovery/flow.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedFlow } from '../central-store/stored-flow.ts';
import { dueWith, firstDue } from './queueing.ts';

/** Open and in time. */
export const isLive = (flow: Flow, now: number): boolean => flow.state === 'open' && now < flow.expiresAt;

/** When an executing flow began; null for any other, which keeps it out of the sweeper's index. */
const begunAt = (flow: Flow): number | null =>
  flow.state === 'executing' ? (flow.intent?.at ?? flow.startedAt) : null;

export function findFlow(db: DatabaseSync, key: string): Flow | undefined {
  const row = db.prepare('SELECT document FROM flows WHERE key = ?').get(key);
  return row && flowOf(row);
}

export const flowOf = (row: Record<string, unknown>): Flow =>
  readDocument(storedFlow, row['document'], 'recovery flow');

/** Keeps a new flow; throws when the key is taken. */
export function insertFlow(db: DatabaseSync, flow: Flow): void {
  db.prepare('INSERT INTO flows VALUES (?, ?, ?, ?)').run(
    flow.key,
    JSON.stringify(flow),
    firstDue(flow.outbox),
    begunAt(flow),
  );
}

/** Moves a flow inside a transaction; what `next` queued falls due. */
export function replaceFlow(db: DatabaseSync, seen: Flow, next: Flow): Flow {
  db.prepare('UPDATE flows SET document = ?, due_at = ?, begun_at = ? WHERE key = ?').run(
    JSON.stringify(next),
    dueWith(db, { kind: 'flow', key: seen.key }, next.outbox),
    begunAt(next),
    seen.key,
  );
  return next;
}
