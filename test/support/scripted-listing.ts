import type {
  Account,
  DirectoryObject,
  DirectoryReader,
  ListedPerson,
  PeopleFilter,
} from '../../domain/ports/directory.ts';
import { filterTrouble } from '../../adapters/active-directory/ldap-filter.ts';
import { isUnder } from '../../domain/policy/distinguished-name.ts';

/**
 * The part of a directory in memory that lists people and finds what administrators name. Of an account's `filters` and
 * `groups` those hold, and are told, that are asked for. Groups and units are there as `known` says.
 */
export function scriptedListing(
  accounts: () => readonly Account[],
  known: readonly DirectoryObject[],
  reachable: () => void,
): Pick<DirectoryReader, 'people' | 'search' | 'object' | 'filterTrouble'> {
  const objects = (kind: DirectoryObject['kind']) =>
    [...known, ...accounts().map(asObject)].filter((one) => one.kind === kind);
  return {
    people: async function* people(filter = {}) {
      reachable();
      const { after, under } = filter;
      for (const account of inOrder(accounts()))
        if (
          (after === undefined || nameKey(account.username) > nameKey(after)) &&
          (under === undefined || isUnder(account.distinguishedName, under))
        )
          yield listed(account, filter);
    },
    search: async (kind, beginning, limit) => {
      reachable();
      const wanted = beginning.toLowerCase();
      return objects(kind)
        .filter(({ name, displayName }) =>
          [name, bare(name), displayName].some((text) => text.toLowerCase().startsWith(wanted)),
        )
        .slice(0, limit);
    },
    object: async (kind, nameOrId) => {
      reachable();
      const wanted = nameOrId.trim().toLowerCase();
      const found = objects(kind).filter(({ name, id, distinguishedName }) =>
        [name, bare(name), id, distinguishedName].some((text) => text.toLowerCase() === wanted),
      );
      return found.length === 1 ? found[0] : undefined;
    },
    filterTrouble,
  };
}

const nameKey = (username: string): string => username.toLowerCase();

const inOrder = (accounts: readonly Account[]): readonly Account[] =>
  accounts.toSorted((a, b) => (nameKey(a.username) < nameKey(b.username) ? -1 : 1));

const bare = (name: string): string => name.slice(name.indexOf('\\') + 1);

const asObject = ({ person, username, distinguishedName, displayName }: Account): DirectoryObject => ({
  kind: 'user',
  name: `${person.domain}\\${username}`,
  id: person.guid,
  distinguishedName,
  displayName,
});

function listed(account: Account, { groups = [], filters = [] }: PeopleFilter): ListedPerson {
  const { person, distinguishedName, username, displayName, mail, disabled } = account;
  return {
    person,
    distinguishedName,
    username,
    displayName,
    ...(mail !== undefined && { mail }),
    disabled,
    privileged: account.adminCount || account.hasServicePrincipalName || username.endsWith('$'),
    groups: [...new Set(groups.map((sid) => sid.toUpperCase()))].filter((sid) =>
      account.groups.includes(sid),
    ),
    filters: filters.filter((filter) => account.filters.includes(filter)),
  };
}
