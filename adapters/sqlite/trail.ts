import type { DatabaseSync } from 'node:sqlite';
import { personKey } from '../../domain/person.ts';
import type { Trail } from '../../domain/ports/trail.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedEvent } from '../central-store/stored-event.ts';
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
  /** The events beyond a place for which `condition` holds. */
  const found = (condition: string, value: string | number, start = BEGINNING, order = OLDEST_FIRST) => {
    const [beyond, direction] = order === OLDEST_FIRST ? ['>', 'ASC'] : ['<', 'DESC'];
    const sql = `SELECT document FROM trail WHERE ${condition} AND (at, id) ${beyond} (?, ?)
      ORDER BY at ${direction}, id ${direction} LIMIT ?`;
    return pages(start, (place) => db.prepare(sql).all(value, place.at, place.id, PAGE));
  };
  return {
    append: (event) =>
      reading('keep a trail event', () => {
        db.prepare('INSERT OR IGNORE INTO trail VALUES (?, ?, ?, ?)').run(...columns(event));
      }),
    of: (person) => found('person = ?', personKey(person)),
    withReference: (reference) => found("document ->> '$.reference' = NULLIF(?, '')", reference),
    // No id is empty: (at, '') lies before every event of its moment, so `from` is within and `to` is not.
    between: (from, to, order) =>
      order === 'newest-first'
        ? found('at >= ?', from, { at: to, id: '' }, order)
        : found('at < ?', to, { at: from, id: '' }),
  };
}

type Order = NonNullable<Parameters<Trail['between']>[2]>;
type Place = Pick<TrailEvent, 'at' | 'id'>;

const OLDEST_FIRST: Order = 'oldest-first';
const BEGINNING: Place = { at: -1, id: '' };

/** Page by page, each beyond the last event of the one before: no statement stays open while others write. */
async function* pages(
  start: Place,
  page: (beyond: Place) => readonly Record<string, unknown>[],
): AsyncIterable<TrailEvent> {
  let beyond: Place = start;
  for (;;) {
    const last = beyond;
    const rows = await reading('read the trail', () => page(last));
    for (const { document } of rows) {
      const event = readDocument(storedEvent, document, 'trail event');
      beyond = event;
      yield event;
    }
    if (rows.length < PAGE) return;
  }
}
