import type { Account, AccountState, RepairRights } from '../../domain/ports/account.ts';
import type {
  DirectoryObject,
  DirectoryReader,
  ListedPerson,
  PeopleFilter,
} from '../../domain/ports/directory-reader.ts';
import { filterTrouble } from '../../adapters/active-directory/ldap-filter.ts';
import { isUnder } from '../../domain/policy/distinguished-name.ts';

/** Somebody in the directory, with what the self-service account may do to them. */
interface Listable {
  readonly account: Account;
  readonly rights: RepairRights;
}

/**
 * The part of a directory in memory that lists people and finds what administrators name. Of an account's `filters` and
 * `groups` those hold, and are told, that are asked for. Groups and units are there as `known` says.
 */
export function scriptedListing(
  members: () => readonly Listable[],
  known: readonly DirectoryObject[],
  reachable: () => void,
): Pick<DirectoryReader, 'people' | 'search' | 'object' | 'filterTrouble'> {
  const objects = (kind: DirectoryObject['kind']) =>
    [...known, ...members().map(({ account }) => asObject(account))].filter((one) => one.kind === kind);
  return {
    people: async function* people(filter = {}) {
      reachable();
      const { after, under } = filter;
      for (const { account, rights } of inOrder(members()))
        if (
          (after === undefined || placeKey(account) > placeOf(after, members())) &&
          (under === undefined || isUnder(account.distinguishedName, under))
        )
          yield listed(account, rights, filter);
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

/** Domain after domain, in each by user name. */
const placeKey = ({ person, username }: Account): string => `${person.domain}\\${username}`.toLowerCase();

/** A bare user name is of the first domain. */
const placeOf = (after: string, members: readonly Listable[]): string =>
  after.includes('\\')
    ? after.toLowerCase()
    : `${inOrder(members)[0]?.account.person.domain ?? ''}\\${after}`.toLowerCase();

const inOrder = (members: readonly Listable[]): readonly Listable[] =>
  members.toSorted((a, b) => (placeKey(a.account) < placeKey(b.account) ? -1 : 1));

const bare = (name: string): string => name.slice(name.indexOf('\\') + 1);

const asObject = ({ person, username, distinguishedName, displayName }: Account): DirectoryObject => ({
  kind: 'user',
  name: `${person.domain}\\${username}`,
  id: person.guid,
  distinguishedName,
  displayName,
});

function listed(
  account: Account,
  rights: RepairRights,
  { groups = [], filters = [], states = false }: PeopleFilter,
): ListedPerson {
  const { person, distinguishedName, username, displayName, mail, mobile, disabled } = account;
  return {
    person,
    distinguishedName,
    username,
    displayName,
    ...(mail !== undefined && { mail }),
    ...(mobile !== undefined && { mobile }),
    disabled,
    privileged: account.adminCount || account.hasServicePrincipalName || username.endsWith('$'),
    groups: [...new Set(groups.map((sid) => sid.toUpperCase()))].filter((sid) =>
      account.groups.includes(sid),
    ),
    filters: filters.filter((filter) => account.filters.includes(filter)),
    ...(states && { state: stateOf(account, rights) }),
  };
}

const stateOf = (account: Account, rights: RepairRights): AccountState => ({
  locked: account.locked,
  accountExpired: account.accountExpired,
  smartCardRequired: account.smartCardRequired,
  cannotChangePassword: account.cannotChangePassword,
  mustChangePassword: account.mustChangePassword,
  passwordExpired: account.passwordExpired,
  rights,
});
