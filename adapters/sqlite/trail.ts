import type { DatabaseSync } from 'node:sqlite';
import { personKey } from '../../domain/person.ts';
import type { Trail } from '../../domain/ports/trail.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import type { TrailRow } from '../../domain/trail/trail-row.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedEvent } from '../central-store/stored-event.ts';
import { trailRow } from '../central-store/trail-row.ts';
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
  /** The rows beyond a place for which `condition` holds. */
  const found = (condition: string, value: string | number, start = BEGINNING, order = OLDEST_FIRST) => {
    const [beyond, direction] = order === OLDEST_FIRST ? ['>', 'ASC'] : ['<', 'DESC'];
    const sql = `SELECT id, at, person, document FROM trail WHERE ${condition} AND (at, id) ${beyond} (?, ?)
      ORDER BY at ${direction}, id ${direction} LIMIT ?`;
    return pages(start, (place) => db.prepare(sql).all(value, place.at, place.id, PAGE));
  };
  return {
    append: (event) =>
      reading('keep a trail event', () => {
        db.prepare('INSERT OR IGNORE INTO trail VALUES (?, ?, ?, ?)').run(...columns(event));
      }),
    of: (person) => events(found('person = ?', personKey(person))),
    withReference: (reference) => events(found(BY_REFERENCE, reference)),
    // No id is empty: (at, '') lies before every event of its moment, so `from` is within and `to` is not.
    between: (from, to, order) =>
      order === 'newest-first'
        ? events(found('at >= ?', from, { at: to, id: '' }, order))
        : events(found('at < ?', to, { at: from, id: '' })),
    async *rows(from, to) {
      for await (const row of found('at < ?', to, { at: from, id: '' })) yield rowOf(row);
    },
  };
}

type Order = NonNullable<Parameters<Trail['between']>[2]>;
type Place = Pick<TrailEvent, 'at' | 'id'>;
type Row = Readonly<Record<string, unknown>>;

const OLDEST_FIRST: Order = 'oldest-first';
const BEGINNING: Place = { at: -1, id: '' };
const BY_REFERENCE = "document ->> '$.reference' = NULLIF(?, '')";

/** Page by page, each beyond the last row of the one before: no statement stays open while others write. */
async function* pages(start: Place, page: (beyond: Place) => readonly Row[]): AsyncIterable<Row> {
  let beyond: Place = start;
  for (;;) {
    const last = beyond;
    const rows = await reading('read the trail', () => page(last));
    for (const row of rows) {
      // By the row, not by its event: one that says another moment must not send us back.
      beyond = { at: Number(row['at']), id: String(row['id']) };
      yield row;
    }
    if (rows.length < PAGE) return;
  }
}

async function* events(rows: AsyncIterable<Row>): AsyncIterable<TrailEvent> {
  for await (const { document } of rows) yield readDocument(storedEvent, document, 'trail event');
}

/** What a row is, whatever stands in it; JSON at least, or the index by references would not have taken it. */
function rowOf(row: Row): TrailRow {
  const { id, at, person, document } = row;
  return trailRow(
    { key: String(id), at: Number(at), event: JSON.parse(String(document)), whole: row },
    (event) =>
      Object.entries({ id: event.id === id, at: event.at === at, person: personKey(event.person) === person })
        .filter(([, right]) => !right)
        .map(([name]) => name),
  );
}
