import type { AccountState, Entry } from '../entry.ts';

/** An account, its state, and the names of the groups it is a direct member of. */
export interface SeedAccount {
  readonly entry: Entry;
  readonly state: AccountState;
  readonly memberOf: readonly string[];
}
