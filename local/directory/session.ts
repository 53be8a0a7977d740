import type { Requester } from './access.ts';
import type { Entry } from './entry.ts';

/** What the directory remembers of one connection. */
export interface Session {
  /** Undefined while anonymous. */
  requester?: Requester;
  /** What paged searches have still to hand out, by cookie. */
  readonly pages: Map<string, readonly Entry[]>;
}
