import type { CastDomain } from '../people.ts';
import type { DnKey } from './distinguished-name.ts';
import type { AccountState, Entry } from './entry.ts';
import type { Filetime } from './filetime.ts';
import { filetimeOf } from './filetime.ts';
import { fold } from './fold.ts';
import { indexesOf } from './indexes.ts';
import type { Indexes } from './indexes.ts';
import type { Seed } from './seed/seed.ts';

/** Which of the policy-hints controls the look-alike has: both, as Windows today; the old one; none, as Samba. */
export type PolicyHints = 'none' | '2066' | '2239';

/** The domain as it is now. Only `keep` and `join` change it. */
export interface World {
  readonly domain: CastDomain;
  readonly policyHints: PolicyHints;
  /** How long the password before the current one still opens. */
  readonly oldPasswordGraceMs: number;
  /** Whether it has the sort control (RFC 2891). */
  readonly sorting: boolean;
  /** AD's MaxValRange: of an attribute with more values only so many are shown at a time. */
  readonly mostValues: number;
  entries(): readonly Entry[];
  /** What finds entries without a look at all of them. */
  indexes(): Indexes;
  find(key: DnKey): Entry | undefined;
  account(entry: Entry): AccountState | undefined;
  /** The account with that sAMAccountName. */
  named(username: string): Entry | undefined;
  keep(entry: Entry, state: AccountState): void;
  members(group: Entry): ReadonlySet<DnKey>;
  /** The groups that list an object as a member. */
  groupsOf(member: Entry): readonly Entry[];
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
  readonly sorting: boolean;
  readonly mostValues: number;
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
    indexes: () => content.indexes,
    find: (key) => content.indexes.find(key),
    account: (entry) => content.states.get(entry.key),
    named: (username) => content.byName.get(fold(username)),
    keep(entry, state) {
      content.states.set(entry.key, state);
      changed();
    },
    members: (group) => content.members.get(group.key) ?? new Set(),
    groupsOf: (member) => [...(content.groupsOf.get(member.key) ?? [])],
    join(group, member) {
      if (!content.members.has(group.key)) return;
      content.members.get(group.key)?.add(member.key);
      above(content.groupsOf, member.key).add(group);
    },
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
  const indexes = indexesOf(entries);
  const groupsOf = new Map<DnKey, Set<Entry>>();
  for (const [key, inside] of members) {
    const group = indexes.find(key);
    if (group) for (const member of inside) above(groupsOf, member).add(group);
  }
  return {
    entries,
    indexes,
    groupsOf,
    byName: new Map(accounts.map((entry) => [fold(entry.attributes['sAMAccountName']?.[0] ?? ''), entry])),
    states: new Map(states),
    members: new Map([...members].map(([group, keys]) => [group, new Set(keys)])),
  };
}

/** The set of groups above a member, made when it is the first. */
function above(groupsOf: Map<DnKey, Set<Entry>>, member: DnKey): Set<Entry> {
  const groups = groupsOf.get(member) ?? new Set();
  groupsOf.set(member, groups);
  return groups;
}
