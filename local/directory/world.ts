import type { CastDomain } from '../people.ts';
import type { DnKey } from './distinguished-name.ts';
import type { AccountState, Entry } from './entry.ts';
import type { Filetime } from './filetime.ts';
import { filetimeOf } from './filetime.ts';
import { fold } from './fold.ts';
import { indexesOf } from './indexes.ts';
import type { Indexes } from './indexes.ts';
import { merged, stamped } from './replication.ts';
import type { Replica, Stamps } from './replication.ts';
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
  /** A read-only domain controller: it sends every modify elsewhere. */
  readonly readOnly: boolean;
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
  /** Every account, by its objectGUID, as other domain controllers of the domain take it over. */
  replicas(): ReadonlyMap<string, Replica>;
  /** Takes over what was changed later elsewhere. */
  take(replicas: ReadonlyMap<string, Replica>): void;
  /** Back to another beginning. */
  begin(seed: Seed): void;
}

export interface WorldOptions {
  readonly domain: CastDomain;
  readonly policyHints: PolicyHints;
  readonly oldPasswordGraceMs: number;
  readonly sorting: boolean;
  readonly readOnly: boolean;
  readonly mostValues: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told after every `keep` and `begin`. */
  readonly changed: () => void;
}

export function createWorld(first: Seed, { now, changed, ...rest }: WorldOptions): World {
  let content = contentOf(first);
  let stamps = new Map<DnKey, Stamps>();
  let last = 0n;
  const tick = (): Filetime => {
    const read = filetimeOf(now());
    // Only equal readings are moved on: a clock a test turns back must be seen going back.
    last = read > last || last - read > 10_000n ? read : last + 1n;
    return last;
  };
  const replicaOf = (key: DnKey, state: AccountState): Replica => ({ state, stamps: stamps.get(key) ?? {} });
  return {
    ...rest,
    entries: () => content.entries,
    indexes: () => content.indexes,
    find: (key) => content.indexes.find(key),
    account: (entry) => content.states.get(entry.key),
    named: (username) => content.byName.get(fold(username)),
    keep(entry, state) {
      const before = content.states.get(entry.key);
      stamps.set(entry.key, stamped(stamps.get(entry.key) ?? {}, before, state, tick()));
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
    now: tick,
    replicas: () =>
      new Map(
        content.entries.flatMap((entry) => {
          const state = content.states.get(entry.key);
          return state ? [[entry.guid, replicaOf(entry.key, state)] as const] : [];
        }),
      ),
    take(replicas) {
      for (const { guid, key } of content.entries) {
        const own = content.states.get(key);
        const other = replicas.get(guid);
        if (!own || !other) continue;
        const both = merged(replicaOf(key, own), other);
        content.states.set(key, both.state);
        stamps.set(key, both.stamps);
      }
      changed();
    },
    begin(seed) {
      content = contentOf(seed);
      stamps = new Map();
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
