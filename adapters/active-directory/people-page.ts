import {
  AndFilter,
  EqualityFilter,
  type Entry,
  type Filter,
  GreaterThanEqualsFilter,
  LessThanEqualsFilter,
  NotFilter,
} from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import type { ListedPerson, PeopleFilter } from '../../domain/ports/directory-reader.ts';
import type { Holder } from './access/holder.ts';
import { isOrdinaryPerson } from './claim-filter.ts';
import type { Connection } from './connection.ts';
import { daclOnly, sortedBy } from './controls.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { text } from './entry.ts';
import type { GroupMembers } from './group-members.ts';
import { filterOf } from './ldap-filter.ts';
import { LISTED_ATTRIBUTES, listedPerson } from './listed-person.ts';
import { STATE_ATTRIBUTES, stateOf } from './listed-state.ts';
import { refusedFilter } from './refused-filter.ts';

const NAME = 'sAMAccountName';

/** What is listed, and over which connection. */
export interface Listing {
  readonly connection: Connection;
  readonly domain: CheckedDomain;
  readonly asked: PeopleFilter;
  readonly groups: readonly GroupMembers[];
  /** The self-service accounts whose rights are asked for. */
  readonly holders: readonly Holder[];
}

/** The people after that name, at most a page of them; none only at the end. */
export async function nextPage(
  listing: Listing,
  after: string | undefined,
): Promise<readonly ListedPerson[]> {
  const { connection, domain, asked, groups, holders } = listing;
  const entries = await sortedEntries(listing, after);
  // A server that shows the last one again would be asked for ever.
  if (after !== undefined && entries.some((entry) => text(entry, NAME) === after))
    throw new Failure('directory-misbehaved', `${connection.url} lists ${after} among those after ${after}`);
  const held = await heldInRange(listing, entries);
  const people: ListedPerson[] = [];
  for (const entry of entries) {
    const filters = (asked.filters ?? []).filter((filter) => held.get(filter)?.has(entry.dn));
    people.push({
      ...(await listedPerson(connection, domain, entry, groups)),
      filters,
      ...(asked.states === true && { state: stateOf(entry, holders) }),
    });
  }
  return people;
}

async function sortedEntries(listing: Listing, after: string | undefined): Promise<readonly Entry[]> {
  const { connection, domain, asked, groups } = listing;
  const from = after === undefined || after === '' ? [] : beyond(after);
  const sort = sortedBy(NAME);
  const options = {
    scope: 'sub' as const,
    filter: new AndFilter({ filters: [...isOrdinaryPerson(), ...from] }),
    attributes: [
      ...LISTED_ATTRIBUTES,
      ...(groups.length > 0 ? ['memberOf'] : []),
      ...(asked.states === true ? STATE_ATTRIBUTES : []),
    ],
    paged: { pageSize: domain.pageSize },
  };
  try {
    const controls = asked.states === true ? [sort, daclOnly()] : [sort];
    for await (const page of connection.pages(baseOf(listing), options, ...controls)) {
      // Samba sorts and sends no result. A server that knows no sorting has refused already: the control is critical.
      if (sort.result !== undefined && sort.result.sortResult !== 0)
        throw new Failure('directory-misbehaved', `sort result ${sort.result.sortResult}`);
      return page;
    }
    return [];
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'directory-misbehaved') throw error;
    const where = asked.under === undefined ? '' : ` under ${asked.under}`;
    throw new Failure(
      'directory-misbehaved',
      `${connection.url} did not list the people${where} sorted by ${NAME} (server-side sorting, RFC 2891): ${error.message}`,
      { cause: error },
    );
  }
}

const beyond = (after: string): Filter[] => [
  new GreaterThanEqualsFilter({ attribute: NAME, value: after }),
  new NotFilter({ filter: new EqualityFilter({ attribute: NAME, value: after }) }),
];

const baseOf = ({ asked, domain }: Listing): string => asked.under ?? domain.baseDn;

/** For each filter the distinguished names on this page that it finds: one search each, between the page's ends. */
async function heldInRange(
  listing: Listing,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { asked } = listing;
  const [first] = entries;
  const last = entries.at(-1);
  const held = new Map<string, ReadonlySet<string>>();
  if (!first || !last) return held;
  const range = [
    new GreaterThanEqualsFilter({ attribute: NAME, value: text(first, NAME) ?? '' }),
    new LessThanEqualsFilter({ attribute: NAME, value: text(last, NAME) ?? '' }),
  ];
  for (const asText of asked.filters ?? []) {
    const filter = new AndFilter({ filters: [...isOrdinaryPerson(), ...range, filterOf(asText)] });
    try {
      held.set(asText, await namesFound(listing, filter));
    } catch (error) {
      throw refusedFilter(error, [asText]);
    }
  }
  return held;
}

async function namesFound(listing: Listing, filter: Filter): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const options = { scope: 'sub' as const, filter, attributes: ['1.1'], paged: { pageSize: MOST } };
  for await (const page of listing.connection.pages(baseOf(listing), options))
    for (const { dn } of page) names.add(dn);
  return names;
}

/** AD's MaxPageSize. */
const MOST = 1000;
