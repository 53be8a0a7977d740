import type { DatabaseSync } from 'node:sqlite';
import { personKey } from '../../domain/person.ts';
import type { DraftStore } from '../../domain/ports/draft-store.ts';
import { documentOf, readDocument } from '../central-store/documents.ts';
import { storedDraft } from '../central-store/stored-draft.ts';
import { reading, transaction } from './transaction.ts';

/** The draft store on SQLite. */
export function sqliteDraftStore(db: DatabaseSync): DraftStore {
  return {
    find: (author) =>
      reading('find a draft', () => {
        const row = db.prepare('SELECT document FROM drafts WHERE author = ?').get(personKey(author));
        return row && readDocument(storedDraft, row['document'], 'draft');
      }),
    save: (draft, seenRevision) =>
      transaction(db, 'keep a draft', () => {
        const name = personKey(draft.author);
        const kept = db.prepare('SELECT revision FROM drafts WHERE author = ?').get(name);
        if (Number(kept?.['revision'] ?? 0) !== seenRevision) return false;
        const put = db.prepare('INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)');
        put.run(name, draft.revision, documentOf(draft, 'the draft'));
        return true;
      }),
    drop: (author, seenRevision) =>
      reading('drop a draft', () => {
        const drop = db.prepare('DELETE FROM drafts WHERE author = ? AND revision = ?');
        return drop.run(personKey(author), seenRevision).changes === 1;
      }),
  };
}
