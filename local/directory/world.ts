import type { CastDomain } from '../people.ts';
import type { DnKey } from './distinguished-name.ts';
import type { AccountState, Entry } from './entry.ts';
import type { Filetime } from './filetime.ts';
import { filetimeOf } from './filetime.ts';
import { fold } from './fold.ts';
import type { Seed } from './seed/seed.ts';

/** Which of the policy-hints controls the look-alike has: both, as Windows today; the old one; none, as Samba. */
export type PolicyHints = 'none' | '2066' | '2239';

/** The domain as it is now. Only `keep` and `join` change it. */
export interface World {
  readonly domain: CastDomain;
  readonly policyHints: PolicyHints;
  /** How long the password before the current one still opens. */
  readonly oldPasswordGraceMs: number;
  entries(): readonly Entry[];
  find(key: DnKey): Entry | undefined;
  account(entry: Entry): AccountState | undefined;
  /** The account with that sAMAccountName. */
  named(username: string): Entry | undefined;
  keep(entry: Entry, state: AccountState): void;
  members(group: Entry): ReadonlySet<DnKey>;
  join(group: Entry, member: Entry): void;
  /** The time, never the same twice: two password changes never have one pwdLastSet. */
  now(): Filetime;
  /** Back to another beginning. */
  begin(seed: Seed): void;
}

export interface WorldOptions {
  readonly domain: CastDomain;
  readonly policyHints: PolicyHints;
  readonly oldPasswordGraceMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after every `keep` and `begin`. */
  readonly changed: () => void;
}

export function createWorld(first: Seed, { now, changed, ...rest }: WorldOptions): World {
  let content = contentOf(first);
  let last = 0n;
  return {
    ...rest,
    entries: () => content.entries,
    find: (key) => content.byKey.get(key),
    account: (entry) => content.states.get(entry.key),
    named: (username) => content.byName.get(fold(username)),
    keep(entry, state) {
      content.states.set(entry.key, state);
      changed();
    },
    members: (group) => content.members.get(group.key) ?? new Set(),
    join: (group, member) => content.members.get(group.key)?.add(member.key),
    now() {
      const read = filetimeOf(now());
      // Only equal readings are moved on: a clock a test turns back must be seen going back.
      last = read > last || last - read > 10_000n ? read : last + 1n;
      return last;
    },
    begin(seed) {
      content = contentOf(seed);
      changed();
    },
  };
}

function contentOf({ entries, states, members }: Seed) {
  const accounts = entries.filter((entry) => states.has(entry.key));
  return {
    entries,
    byKey: new Map(entries.map((entry) => [entry.key, entry])),
    byName: new Map(accounts.map((entry) => [fold(entry.attributes['sAMAccountName']?.[0] ?? ''), entry])),
    states: new Map(states),
    members: new Map([...members].map(([group, keys]) => [group, new Set(keys)])),
  };
}
