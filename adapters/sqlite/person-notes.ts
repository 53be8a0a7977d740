import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../../domain/failure.ts';
import { type Person, personKey } from '../../domain/person.ts';
import type { Errand } from '../../domain/ports/outbox.ts';
import type { PersonNotes, PersonNotesStore } from '../../domain/ports/person-notes.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { overrules } from '../central-store/stored-notes.ts';
import { insertErrand } from './errand-rows.ts';
import { noteFreeze, noteLift, notesOf } from './notes-rows.ts';
import { insertEvent } from './trail.ts';
import { reading, transaction } from './transaction.ts';

/** What is noted of people, on SQLite. */
export function sqlitePersonNotes(db: DatabaseSync): PersonNotesStore {
  return {
    find: (person) => reading('find what is noted of a person', () => find(db, person)),
    useUp: (person, { name, value }) =>
      reading('use something up', () => {
        const use = db.prepare(
          `INSERT INTO used VALUES (?, ?, ?) ON CONFLICT (person, name) DO UPDATE SET value = excluded.value
           WHERE value < excluded.value`,
        );
        return use.run(personKey(person), name, value).changes === 1;
      }),
    freeze: (person, freeze, event, errands) =>
      transaction(db, 'freeze a person', () => {
        const { frozen } = notesOf(db, person);
        if (frozen && !overrules(freeze, frozen)) return false;
        noteFreeze(db, person, freeze);
        tell(db, event, errands);
        return true;
      }),
    unfreeze: (person, event, errands, madeAt) =>
      transaction(db, 'lift a freeze', () => {
        const { frozen } = notesOf(db, person);
        if (!frozen || (madeAt !== undefined && frozen.at !== madeAt)) return false;
        noteLift(db, person, event.at);
        tell(db, event, errands);
        return true;
      }),
  };
}

function find(db: DatabaseSync, person: Person): PersonNotes {
  const used = db.prepare('SELECT name, value FROM used WHERE person = ?').all(personKey(person));
  return {
    ...notesOf(db, person),
    used: Object.fromEntries(used.map(({ name, value }) => [String(name), Number(value)])),
  };
}

function tell(db: DatabaseSync, event: TrailEvent, errands: readonly Errand[]): void {
  insertEvent(db, event);
  for (const errand of errands)
    if (!insertErrand(db, errand))
      throw new Failure('store-corrupt', 'a freeze was told with an errand the central store holds already');
}
