import type { DatabaseSync } from 'node:sqlite';
import { personKey } from '../../domain/person.ts';
import type { Trail } from '../../domain/ports/trail.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { storedEvent } from '../central-store/stored-event.ts';
import { readDocument } from './document.ts';
import { reading } from './transaction.ts';

/** Keeps an event, alone or in the transaction of the change it tells of. Nothing is ever written over. */
export function insertEvent(db: DatabaseSync, event: TrailEvent): void {
  db.prepare('INSERT INTO trail VALUES (?, ?, ?, ?)').run(...columns(event));
}

const columns = (event: TrailEvent) =>
  [event.id, event.at, personKey(event.person), JSON.stringify(event)] as const;

const PAGE = 500;

/** The trail on SQLite. */
export function sqliteTrail(db: DatabaseSync): Trail {
  return {
    append: (event) =>
      reading('keep a trail event', () => {
        db.prepare('INSERT OR IGNORE INTO trail VALUES (?, ?, ?, ?)').run(...columns(event));
      }),
    of: (person) =>
      pages((after) =>
        db
          .prepare(
            'SELECT document FROM trail WHERE person = ? AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?',
          )
          .all(personKey(person), after.at, after.id, PAGE),
      ),
    between: (from, to) =>
      pages((after) =>
        db
          .prepare(
            'SELECT document FROM trail WHERE at >= ? AND at < ? AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?',
          )
          .all(from, to, after.at, after.id, PAGE),
      ),
  };
}

/** Page by page, each after the last event of the one before: no statement stays open while others write. */
async function* pages(
  page: (after: Pick<TrailEvent, 'at' | 'id'>) => readonly Record<string, unknown>[],
): AsyncIterable<TrailEvent> {
  let after: Pick<TrailEvent, 'at' | 'id'> = { at: -1, id: '' };
  for (;;) {
    const last = after;
    const rows = await reading('read the trail', () => page(last));
    for (const { document } of rows) {
      const event = readDocument(storedEvent, document, 'trail event');
      after = event;
      yield event;
    }
    if (rows.length < PAGE) return;
  }
}
