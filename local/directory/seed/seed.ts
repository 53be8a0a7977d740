import type { CastDomain, CastMember } from '../../people.ts';
import type { DnKey } from '../distinguished-name.ts';
import type { AccountState, Entry } from '../entry.ts';
import type { Filetime } from '../filetime.ts';
import { accounts } from './accounts.ts';
import { groups } from './groups.ts';
import { passwordSettings } from './password-settings.ts';
import { structure } from './structure.ts';

/** A whole domain at its beginning. */
export interface Seed {
  readonly entries: readonly Entry[];
  readonly states: ReadonlyMap<DnKey, AccountState>;
  /** Direct members by group; the primary group's are not among them, as in AD. */
  readonly members: ReadonlyMap<DnKey, ReadonlySet<DnKey>>;
}

/** Makes the domain of `cast`. Throws for a group name that no group has. */
export function seed(domain: CastDomain, cast: readonly CastMember[], now: Filetime): Seed {
  const allGroups = groups(domain);
  const allAccounts = accounts(domain, cast, now);
  const groupNamed = (name: string): Entry => {
    const found = allGroups.find(({ entry }) => entry.attributes['cn']?.[0] === name);
    if (!found) throw new TypeError(`the cast names a group "${name}" that the domain has not`);
    return found.entry;
  };
  const members = new Map<DnKey, Set<DnKey>>(allGroups.map(({ entry }) => [entry.key, new Set()]));
  for (const { entry, memberOf } of [...allGroups, ...allAccounts])
    for (const name of memberOf) members.get(groupNamed(name).key)?.add(entry.key);
  return {
    entries: [
      ...structure(domain),
      ...allGroups.map(({ entry }) => entry),
      ...passwordSettings(domain, (name) => groupNamed(name).dn),
      ...allAccounts.map(({ entry }) => entry),
    ],
    states: new Map(allAccounts.map(({ entry, state }) => [entry.key, state])),
    members,
  };
}
