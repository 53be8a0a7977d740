import type { DatabaseSync } from 'node:sqlite';
import { type Person, personKey } from '../../domain/person.ts';
import type { Freeze, PersonNotes } from '../../domain/ports/person-notes.ts';
import { readDocument } from '../central-store/documents.ts';
import { isResetting, storedFreeze } from '../central-store/stored-notes.ts';
import { findFlow } from './flow-rows.ts';

const noted = (db: DatabaseSync, person: Person) =>
  db.prepare('SELECT freeze, lifted_at, reset_at FROM notes WHERE person = ?').get(personKey(person)) ?? {};

/** What is noted of a person, but for what was used up. */
export function notesOf(db: DatabaseSync, person: Person): Omit<PersonNotes, 'used'> {
  const { freeze, lifted_at: liftedAt, reset_at: resetAt } = noted(db, person);
  return {
    ...(typeof freeze === 'string' && { frozen: readDocument(storedFreeze, freeze, 'freeze') }),
    ...(typeof liftedAt === 'number' && { liftedAt }),
    ...(typeof resetAt === 'number' && { resetAt }),
  };
}

export const isFrozen = (db: DatabaseSync, person: Person): boolean =>
  notesOf(db, person).frozen !== undefined;

/** Freezes a person; the freeze there is goes. */
export function noteFreeze(db: DatabaseSync, person: Person, freeze: Freeze): void {
  const put =
    'INSERT INTO notes (person, freeze) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET freeze = excluded.freeze';
  db.prepare(put).run(personKey(person), JSON.stringify(freeze));
}

/** Lifts the freeze there is. */
export function noteLift(db: DatabaseSync, person: Person, at: number): void {
  db.prepare('UPDATE notes SET freeze = NULL, lifted_at = ? WHERE person = ?').run(at, personKey(person));
}

/** Notes a reset, in the transaction of its outcome. */
export function noteReset(db: DatabaseSync, person: Person, at: number): void {
  const put =
    'INSERT INTO notes (person, reset_at) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET reset_at = excluded.reset_at';
  db.prepare(put).run(personKey(person), at);
}

/** Whether a person's methods may not be changed: frozen, being reset, or reset after `resetBefore`. */
export function heldUp(db: DatabaseSync, person: Person, resetBefore: number): boolean {
  const { frozen, resetAt } = notesOf(db, person);
  const lease = db.prepare('SELECT flow FROM leases WHERE person = ?').get(personKey(person));
  const holder = lease && findFlow(db, String(lease['flow']));
  return (
    frozen !== undefined ||
    (resetAt !== undefined && resetAt > resetBefore) ||
    (holder !== undefined && isResetting(holder))
  );
}
