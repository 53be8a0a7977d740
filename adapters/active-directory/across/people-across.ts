import { Failure } from '../../../domain/failure.ts';
import type { DirectoryReader, ListedPerson, PeopleFilter } from '../../../domain/ports/directory-reader.ts';
import { domainHolding } from './domain-holding.ts';
import { listPlace } from '../list-place.ts';

interface Member {
  readonly netbiosName: string;
  readonly baseDn: string;
  readonly reader: Pick<DirectoryReader, 'people'>;
}

/**
 * Lists domain after domain, in the order of the settings. A listing under a unit is of the one domain that holds it; throws
 * Failure `directory-misbehaved` when none does.
 */
export async function* peopleAcross(
  members: readonly Member[],
  { after, ...filter }: PeopleFilter,
): AsyncGenerator<ListedPerson, void, undefined> {
  const only = filter.under === undefined ? undefined : holderOf(members, filter.under);
  const begin = after === undefined ? undefined : listPlace(after, members);
  for (const [at, member] of members.entries()) {
    if ((only && member !== only) || at < (begin?.at ?? 0)) continue;
    // With its domain before it, so that it is a user name of this domain whatever is in it.
    const place = at === begin?.at ? { after: `${member.netbiosName}\\${begin.after}` } : {};
    yield* member.reader.people({ ...filter, ...place });
  }
}

function holderOf(members: readonly Member[], under: string): Member {
  const holder = domainHolding(members, under);
  if (holder) return holder;
  throw new Failure(
    'directory-misbehaved',
    `${under} lies in none of the domains served (${members.map(({ baseDn }) => baseDn).join('; ')})`,
  );
}
