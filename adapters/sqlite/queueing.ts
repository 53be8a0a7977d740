import type { DatabaseSync } from 'node:sqlite';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Parcel } from '../../domain/ports/outbox.ts';

/** The table of a row that carries messages. */
export const TABLE_OF = { flow: 'flows', session: 'sessions', errand: 'errands' } as const;

/** When a new row's messages fall due; null when it has none. */
export const firstDue = (outbox: readonly QueuedMessage[]): number | null =>
  outbox.length > 0 ? Math.min(...outbox.map(({ queuedAt }) => queuedAt)) : null;

/**
 * When a row's messages fall due after one joined. A row that is due already, or with a sender, keeps its time: what
 * is new is looked at when that one is delivered.
 */
export function dueWith(
  db: DatabaseSync,
  { kind, key }: Parcel['carrier'],
  outbox: readonly QueuedMessage[],
): number | null {
  const row = db.prepare(`SELECT due_at FROM ${TABLE_OF[kind]} WHERE key = ?`).get(key);
  const due = row?.['due_at'];
  return typeof due === 'number' ? due : firstDue(outbox);
}
