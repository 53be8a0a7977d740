import type { Person } from '../person.ts';
import type { ConfigurationDocument } from '../policy/configuration-document.ts';

/** One administrator's unpublished work. It may hold mistakes; it is never lost, and in force only once published. */
export interface Draft {
  readonly author: Person;
  /** Goes up by one with every save. */
  readonly revision: number;
  /** The version it was begun from. */
  readonly basedOn: number;
  readonly document: ConfigurationDocument;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** The revision whose review its author has seen; only that one may be published. */
  readonly reviewed?: number;
}
