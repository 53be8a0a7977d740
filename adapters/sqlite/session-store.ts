import type { DatabaseSync } from 'node:sqlite';
import type { Session } from '../../domain/enrollment/session.ts';
import { personKey } from '../../domain/person.ts';
import type { SessionStore, SignInToll } from '../../domain/ports/session-store.ts';
import { countOne, hasRoom } from './counters.ts';
import { firstDue } from './queueing.ts';
import { findSession, replaceSession } from './session-rows.ts';
import { reading, transaction } from './transaction.ts';

/** The session store on SQLite. */
export function sqliteSessionStore(db: DatabaseSync): SessionStore {
  return {
    reserveSignIn: (toll) => transaction(db, 'count a sign-in', () => reserveSignIn(db, toll)),
    forgiveSignIns: (person) =>
      reading('forget sign-ins', () => {
        db.prepare('DELETE FROM sign_ins WHERE person = ?').run(personKey(person));
      }),
    create: (session) => reading('keep a session', () => insertSession(db, session)),
    find: (key) => reading('find a session', () => findSession(db, key)),
    replace: (seen, next, queue) =>
      transaction(db, 'keep a session', () => {
        const kept = findSession(db, seen.key);
        if (kept?.version !== seen.version) return false;
        const outbox = queue ? [...kept.outbox, queue] : kept.outbox;
        replaceSession(db, { ...next, outbox });
        return true;
      }),
  };
}

function insertSession(db: DatabaseSync, session: Session): void {
  const insert = db.prepare('INSERT INTO sessions VALUES (?, ?, ?)');
  insert.run(session.key, JSON.stringify(session), firstDue(session.outbox));
}

/**
 * Counts one password trial on person and source, both or neither. The person's count is forgotten only when
 * `windowMs` have passed since the last trial that was let through, as Active Directory forgets badPwdCount
 * (lockOutObservationWindow; a count by fixed windows would let twice the cap through at an edge and lock the account).
 */
function reserveSignIn(db: DatabaseSync, { person, source, now, perPerson, perSource }: SignInToll) {
  const from = `sign-ins-from#${source}`;
  const row = db.prepare('SELECT last_at, counted FROM sign_ins WHERE person = ?').get(personKey(person));
  const forgotten = Number(row?.['last_at'] ?? 0) <= now - perPerson.windowMs;
  const counted = forgotten ? 0 : Number(row?.['counted']);
  if (counted >= perPerson.cap || !hasRoom(db, from, perSource, now)) return 'too-many';
  countOne(db, from, perSource, now);
  db.prepare('INSERT OR REPLACE INTO sign_ins VALUES (?, ?, ?)').run(personKey(person), now, counted + 1);
  return 'reserved';
}
