import type { DatabaseSync } from 'node:sqlite';
import type { HealthStore, PreFlight } from '../../domain/ports/health-store.ts';
import { documentOf, readDocument } from '../central-store/documents.ts';
import type { RecordSchema } from '../central-store/read-stored.ts';
import {
  pagesBefore,
  PRE_FLIGHT_KEPT_MS,
  storedExamination,
  storedPreFlight,
} from '../central-store/stored-health.ts';
import { prospectsText, readProspects } from '../central-store/stored-prospects.ts';
import { reading, transaction } from './transaction.ts';

/** The health store on SQLite. */
export function sqliteHealthStore(db: DatabaseSync): HealthStore {
  return {
    saveExamination: (examination) =>
      reading('keep an examination', () => {
        const document = documentOf(examination, 'the examination');
        // One that took longer than the next must not come back.
        db.prepare(
          "INSERT INTO health VALUES ('examination', ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, document = excluded.document WHERE at <= excluded.at",
        ).run(examination.at, document);
      }),
    lastExamination: () =>
      reading('find an examination', () => kept(db, 'examination', storedExamination, 'examination')),
    savePage: (run, page) =>
      transaction(db, 'keep a page of the pre-flight', () => {
        if (!comesNext(newest(db), run, pagesBefore(run, page))) return false;
        keep(db, 'pre-flight#newest', run);
        if (run.finishedAt !== undefined) keep(db, 'pre-flight#finished', run);
        if (page.length === 0) return true;
        const put = db.prepare('INSERT INTO pre_flight_pages VALUES (?, ?, ?, ?)');
        put.run(run.id, run.pages - 1, run.startedAt, prospectsText(page));
        const old = db.prepare('DELETE FROM pre_flight_pages WHERE started_at < ?');
        old.run(run.startedAt - PRE_FLIGHT_KEPT_MS);
        return true;
      }),
    lastPreFlight: () => reading('find a pre-flight', () => newest(db)),
    finishedPreFlight: () =>
      reading('find a pre-flight', () => kept(db, 'pre-flight#finished', storedPreFlight, 'pre-flight')),
    page: (run, number) =>
      reading('find a page of a pre-flight', () => {
        const row = db
          .prepare('SELECT people FROM pre_flight_pages WHERE run = ? AND number = ?')
          .get(run, number);
        return row && readProspects(row['people']);
      }),
  };
}

type Name = 'examination' | 'pre-flight#newest' | 'pre-flight#finished';

function kept<T>(db: DatabaseSync, name: Name, schema: RecordSchema<T>, what: string): T | undefined {
  const row = db.prepare('SELECT document FROM health WHERE name = ?').get(name);
  return row && readDocument(schema, row['document'], what);
}

const newest = (db: DatabaseSync): PreFlight | undefined =>
  kept(db, 'pre-flight#newest', storedPreFlight, 'pre-flight');

const keep = (db: DatabaseSync, name: Name, run: PreFlight): void =>
  void db
    .prepare('INSERT OR REPLACE INTO health VALUES (?, ?, ?)')
    .run(name, run.startedAt, documentOf(run, 'the pre-flight'));

/** The first page of a run takes the place of an earlier run, each other that of the page before. */
const comesNext = (seen: PreFlight | undefined, { id, startedAt }: PreFlight, before: number): boolean =>
  before === 0
    ? !seen || seen.startedAt < startedAt
    : seen?.id === id && seen.pages === before && seen.finishedAt === undefined;
