import type { DatabaseSync } from 'node:sqlite';
import type { Budget } from '../../domain/ports/flow-store.ts';
import { windowStart } from '../central-store/window.ts';

/** Whether the window of `now` has room for one more under this name. */
export function hasRoom(db: DatabaseSync, name: string, budget: Budget, now: number): boolean {
  const row = db
    .prepare('SELECT counted FROM counters WHERE name = ? AND since = ?')
    .get(name, windowStart(now, budget));
  return Number(row?.['counted'] ?? 0) < budget.cap;
}

/** Counts one in the window of `now`. */
export function countOne(db: DatabaseSync, name: string, budget: Budget, now: number): void {
  db.prepare(
    'INSERT INTO counters VALUES (?, ?, 1) ON CONFLICT (name, since) DO UPDATE SET counted = counted + 1',
  ).run(name, windowStart(now, budget));
}
