import type { Requester } from './access.ts';
import type { Entry } from './entry.ts';
import type { Scan } from './scan.ts';

/** What a paged search has still to hand out. */
export interface Remaining {
  /** The first of it, looked at already. */
  readonly ahead?: Entry;
  readonly scan: Scan;
}

/** What the directory remembers of one connection. */
export interface Session {
  /** Undefined while anonymous. */
  requester?: Requester;
  /** Paged searches, by cookie, oldest first. */
  readonly pages: Map<string, Remaining>;
}
