import { DatabaseSync } from 'node:sqlite';
import { Failure } from '../../domain/failure.ts';

const SCHEMA_VERSION = 5;

/**
 * Each row is one document (JSON) and the columns that are searched by. `due_at` and `begun_at` are null except
 * while something waits to be sent, or is executing (docs/central-store.md).
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS flows (key TEXT PRIMARY KEY, document TEXT NOT NULL, due_at INTEGER, begun_at INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS flows_due ON flows (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS flows_begun ON flows (begun_at) WHERE begun_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS sessions (key TEXT PRIMARY KEY, document TEXT NOT NULL, due_at INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS sessions_due ON sessions (due_at) WHERE due_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS errands (key TEXT PRIMARY KEY, document TEXT NOT NULL, due_at INTEGER, forgotten_at INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS errands_due ON errands (due_at) WHERE due_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS admin_sessions (key TEXT PRIMARY KEY, version INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS counters (name TEXT NOT NULL, since INTEGER NOT NULL, counted INTEGER NOT NULL, PRIMARY KEY (name, since)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS leases (person TEXT PRIMARY KEY, flow TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS tries (person TEXT PRIMARY KEY, since INTEGER NOT NULL, counted INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS method_tries (person TEXT NOT NULL, method TEXT NOT NULL, counted INTEGER NOT NULL, PRIMARY KEY (person, method)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS notes (person TEXT PRIMARY KEY, freeze TEXT, lifted_at INTEGER, reset_at INTEGER) STRICT;
  CREATE TABLE IF NOT EXISTS used (person TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (person, name)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS texts (hour INTEGER PRIMARY KEY, sent INTEGER NOT NULL, proven INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS repudiations (key TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS post_actions (id TEXT PRIMARY KEY, desk TEXT NOT NULL, due_at INTEGER NOT NULL, failures INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS post_actions_due ON post_actions (desk, due_at);
  CREATE TABLE IF NOT EXISTS sign_ins (person TEXT PRIMARY KEY, last_at INTEGER NOT NULL, counted INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS enrollments (person TEXT PRIMARY KEY, version INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS configurations (version INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS drafts (author TEXT PRIMARY KEY, revision INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS health (name TEXT PRIMARY KEY, at INTEGER NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS pre_flight_pages (run TEXT NOT NULL, number INTEGER NOT NULL, started_at INTEGER NOT NULL, people TEXT NOT NULL, PRIMARY KEY (run, number)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS trail (id TEXT PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS chain_heads (chain TEXT PRIMARY KEY, number INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS trail_by_time ON trail (at, id);
  CREATE INDEX IF NOT EXISTS trail_by_person ON trail (person, at, id);
  CREATE INDEX IF NOT EXISTS trail_by_reference ON trail (document ->> '$.reference', at, id);
`;

const LEASES_SINCE = 4;
/** What was executing when leases came holds one (a person is named as `personKey` does). */
const LEASE_WHAT_EXECUTES = `
  INSERT OR IGNORE INTO leases
  SELECT (document ->> '$.person.domain') || '/' || (document ->> '$.person.guid'), key
  FROM flows WHERE begun_at IS NOT NULL ORDER BY begun_at;
`;

/**
 * Opens the central store in a file, or in memory (`:memory:`), and makes its tables. Several processes may have the
 * same file open: a writer waits up to five seconds for another. Throws a Failure: `store-unavailable` when the file
 * cannot be opened, `store-corrupt` when a later version of the product made it.
 */
export function openCentralStore(path: string): DatabaseSync {
  const db = opened(path);
  try {
    // Write-ahead logging lets readers go on beside the one writer; NORMAL survives a crash of the process.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
    if (Number(version) > SCHEMA_VERSION)
      throw new Failure('store-corrupt', `${path} was made by a later version (schema ${String(version)})`);
    const migration = Number(version) < LEASES_SINCE ? LEASE_WHAT_EXECUTES : '';
    db.exec(`BEGIN IMMEDIATE; ${SCHEMA} ${migration} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
    return db;
  } catch (cause) {
    db.close();
    throw cause instanceof Failure
      ? cause
      : new Failure('store-unavailable', `cannot make the central store in ${path}`, { cause });
  }
}

function opened(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 5000 });
  } catch (cause) {
    throw new Failure('store-unavailable', `cannot open the central store in ${path}`, { cause });
  }
}
