import type { DatabaseSync } from 'node:sqlite';
import type { RepudiationStore } from '../../domain/ports/repudiations.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedRepudiation } from '../central-store/stored-repudiation.ts';
import { reading } from './transaction.ts';

/** What stands behind the links of letters, on SQLite. */
export function sqliteRepudiations(db: DatabaseSync): RepudiationStore {
  return {
    keep: (key, repudiation) =>
      reading('keep what a link may do', () => {
        const put = db.prepare('INSERT OR IGNORE INTO repudiations VALUES (?, ?)');
        put.run(key, JSON.stringify(repudiation));
      }),
    find: (key) =>
      reading('find what a link may do', () => {
        const row = db.prepare('SELECT document FROM repudiations WHERE key = ?').get(key);
        return row && readDocument(storedRepudiation, row['document'], 'link of a letter');
      }),
  };
}
