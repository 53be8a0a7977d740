import { personKey } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import { protectedGroupSids } from '../policy/eligibility.ts';
import { filtersIn } from '../policy/user-configuration.ts';
import type { Ports } from '../ports/index.ts';
import { inBatches } from './in-batches.ts';
import type { Somebody } from './impact-on.ts';

/** Part of a list: whoever is under a base and comes after a name (`CORP\asmith`), so many at the most. */
export interface Stretch {
  readonly under?: string;
  readonly after?: string;
  readonly limit: number;
  /** Also how each account stands, and whether it is in a group that makes it privileged. */
  readonly states?: boolean;
}

/** Where a list of people goes on after somebody: in their domain, after their user name. */
export const placeAfter = ({ person }: Somebody): string => `${person.person.domain}\\${person.username}`;

/** People joined with their enrollments at a time: all there is in memory. */
const BATCH = 500;

/**
 * Lists people in the directory's order with their enrollments, recognised by all that the configurations judge by, at most
 * `limit` of them, whoever they are. Never more than 500 in memory.
 */
export async function* listedWithEnrollments(
  ports: Pick<Ports, 'directory' | 'enrollments'>,
  configurations: readonly Configuration[],
  { under, after, limit, states }: Stretch,
): AsyncGenerator<Somebody, void, undefined> {
  const people = ports.directory.people({
    ...(under !== undefined && { under }),
    ...(after !== undefined && { after }),
    ...(states && { states }),
    groups: [...new Set(configurations.flatMap(states ? groupsThatDecide : groupsNamed))],
    filters: [...new Set(configurations.flatMap(({ document }) => filtersIn(document.userConfigurations)))],
  });
  for await (const batch of inBatches(first(people, limit), BATCH)) {
    const found = await ports.enrollments.of(batch.map(({ person }) => person));
    const byPerson = new Map(found.map((enrollment) => [personKey(enrollment.person), enrollment]));
    for (const listed of batch) {
      const enrollment = byPerson.get(personKey(listed.person));
      yield { person: listed, ...(enrollment && { enrollment }) };
    }
  }
}

/** Every SID that decides over somebody: of user configurations, block list and protected groups. */
const groupsNamed = ({ document, eligibility }: Configuration): readonly string[] => {
  const audiences = document.userConfigurations.flatMap(({ include, exclude }) => [include, exclude]);
  const named = [
    ...audiences.flatMap(({ groups }) => groups),
    ...document.blockList.flatMap(({ group }) => group ?? []),
  ];
  return [...named.map(({ sid }) => sid), ...eligibility.protectedGroups].map((sid) => sid.toUpperCase());
};

/** The same, and those that make their members privileged. */
const groupsThatDecide = (configuration: Configuration): readonly string[] => {
  const named = groupsNamed(configuration);
  const known = [...named, ...configuration.administrators.map(({ sid }) => sid)];
  return [...named, ...protectedGroupSids(configuration.eligibility, known)];
};

/** The first so many; what lists them is told to stop there. */
async function* first<T>(items: AsyncIterable<T>, limit: number): AsyncGenerator<T, void, undefined> {
  let taken = 0;
  if (limit <= 0) return;
  for await (const item of items) {
    yield item;
    taken += 1;
    if (taken >= limit) return;
  }
}
