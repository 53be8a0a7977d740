import type { Person } from '../person.ts';
import type { ConfigurationDocument } from '../policy/configuration-document.ts';

/** One administrator's unpublished work. It may hold mistakes; it is never lost, and in force only once published. */
export interface Draft {
  readonly author: Person;
  /** Goes up with every save (see `nextRevision`). */
  readonly revision: number;
  /** The version it was begun from. */
  readonly basedOn: number;
  readonly document: ConfigurationDocument;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** The revision whose review its author has seen; only that one may be published. */
  readonly reviewed?: number;
}

/**
 * The revision after `seen` (0: there is no draft). At least the time of the save, so that a draft that was dropped and
 * begun anew never comes to a revision that an old tab has seen.
 */
export const nextRevision = (seen: number, now: number): number => Math.max(seen + 1, now);
