import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../../domain/failure.ts';

/**
 * Runs `work` as the only writer, all or nothing: what it reads stays true until it is written. A fault undoes it and
 * becomes a Failure (`store-unavailable`) that names `what`.
 */
export async function transaction<T>(db: DatabaseSync, what: string, work: () => T): Promise<T> {
  return guarded(what, () => {
    // IMMEDIATE takes the write lock before the first read; a deferred one could read what another is changing.
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  });
}

/** Runs a single statement or a read, with the same care for its faults. */
export async function reading<T>(what: string, work: () => T): Promise<T> {
  return guarded(what, work);
}

function guarded<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('store-unavailable', `the central store did not ${what}`, { cause });
  }
}
