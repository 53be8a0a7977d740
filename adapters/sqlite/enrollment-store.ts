import type { DatabaseSync } from 'node:sqlite';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import { Failure } from '../../domain/failure.ts';
import { type Person, personKey } from '../../domain/person.ts';
import type { EnrollmentChange, EnrollmentStore, Saved } from '../../domain/ports/enrollment-store.ts';
import { readDocument } from '../central-store/documents.ts';
import { noticeErrand } from '../central-store/errand.ts';
import { NOBODYS_ENROLLMENT } from '../central-store/nobodys-enrollment.ts';
import { storedEnrollment } from '../central-store/stored-enrollment.ts';
import { insertErrand } from './errand-rows.ts';
import { heldUp } from './notes-rows.ts';
import { findSession, replaceSession } from './session-rows.ts';
import { insertEvent } from './trail.ts';
import { reading, transaction } from './transaction.ts';

const PAGE = 200;

/** The enrollment store on SQLite. */
export function sqliteEnrollmentStore(db: DatabaseSync): EnrollmentStore {
  return {
    find: (person) =>
      reading('find an enrollment', () => {
        const row = db.prepare('SELECT document FROM enrollments WHERE person = ?').get(personKey(person));
        const read = enrollmentOf(row ?? { document: NOBODYS_ENROLLMENT });
        return row && read;
      }),
    save: (change) => transaction(db, 'keep an enrollment', () => save(db, change)),
    of: async (people) => {
      const found: Enrollment[] = [];
      for (let start = 0; start < people.length; start += PAGE)
        found.push(...(await reading('find enrollments', () => some(db, people.slice(start, start + PAGE)))));
      return found;
    },
    async *all() {
      const page = db.prepare('SELECT document FROM enrollments WHERE person > ? ORDER BY person LIMIT ?');
      let rows: Enrollment[] = [];
      let after = '';
      do {
        rows = await reading('list enrollments', () => page.all(after, PAGE).map(enrollmentOf));
        yield* rows;
        const last = rows.at(-1);
        after = last ? personKey(last.person) : after;
      } while (rows.length === PAGE);
    },
  };
}

const some = (db: DatabaseSync, people: readonly Person[]): readonly Enrollment[] =>
  db
    .prepare('SELECT document FROM enrollments WHERE person IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(people.map(personKey)))
    .map(enrollmentOf);

function save(db: DatabaseSync, change: EnrollmentChange): Saved {
  const { next, seenVersion, event, guard, renews = [] } = change;
  const name = personKey(next.person);
  const kept = db.prepare('SELECT version FROM enrollments WHERE person = ?').get(name);
  if (Number(kept?.['version'] ?? 0) !== seenVersion) return 'conflict';
  if (guard && heldUp(db, next.person, guard.resetBefore)) return 'frozen';
  const put = db.prepare('INSERT OR REPLACE INTO enrollments VALUES (?, ?, ?)');
  put.run(name, next.version, JSON.stringify(next));
  insertEvent(db, event);
  for (const method of renews)
    db.prepare('DELETE FROM method_tries WHERE person = ? AND method = ?').run(name, method);
  queueNotice(db, change);
  return 'saved';
}

function queueNotice(db: DatabaseSync, change: EnrollmentChange): void {
  const { carrier, notice } = change;
  if (carrier.kind === 'errand') {
    if (insertErrand(db, noticeErrand(change))) return;
    throw new Failure(
      'store-corrupt',
      'an enrollment was saved with an errand the central store holds already',
    );
  }
  const session = findSession(db, carrier.key);
  if (!session)
    throw new Failure(
      'store-corrupt',
      'an enrollment was saved for a session the central store does not hold',
    );
  replaceSession(db, { ...session, outbox: [...session.outbox, notice] });
}

const enrollmentOf = (row: Record<string, unknown>): Enrollment =>
  readDocument(storedEnrollment, row['document'], 'enrollment');
