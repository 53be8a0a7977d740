import type { DatabaseSync } from 'node:sqlite';
import type { AdminSession } from '../../domain/administration/admin-session.ts';
import { Failure } from '../../domain/failure.ts';
import type { AdminSessionStore } from '../../domain/ports/admin-session-store.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedAdminSession } from '../central-store/stored-admin-session.ts';
import { reading } from './transaction.ts';

/** The store of administrators' visits on SQLite. */
export function sqliteAdminSessionStore(db: DatabaseSync): AdminSessionStore {
  return {
    create: (session) => reading('keep a visit', () => insert(db, session)),
    find: (key) =>
      reading('find a visit', () => {
        const row = db.prepare('SELECT document FROM admin_sessions WHERE key = ?').get(key);
        return row && readDocument(storedAdminSession, row['document'], 'visit of an administrator');
      }),
    replace: (seen, next) =>
      reading('keep a visit', () => {
        const update = db.prepare(
          'UPDATE admin_sessions SET version = ?, document = ? WHERE key = ? AND version = ?',
        );
        const document = JSON.stringify({ ...next, key: seen.key });
        return update.run(next.version, document, seen.key, seen.version).changes === 1;
      }),
  };
}

function insert(db: DatabaseSync, session: AdminSession): void {
  const put = db.prepare('INSERT OR IGNORE INTO admin_sessions VALUES (?, ?, ?)');
  if (put.run(session.key, session.version, JSON.stringify(session)).changes === 0)
    throw new Failure('store-corrupt', 'the central store already holds a row under a new key');
}
