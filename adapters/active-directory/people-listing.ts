import { Failure } from '../../domain/failure.ts';
import type { ListedPerson, PeopleFilter } from '../../domain/ports/directory-reader.ts';
import type { RepairHolders } from './access/holder.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { firstAnswering } from './controllers/first-answering.ts';
import { groupMembers } from './group-members.ts';
import { filterOf } from './ldap-filter.ts';
import { listPlace } from './list-place.ts';
import { nextPage } from './people-page.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Lists people in the server's order of sAMAccountName. Each page is a search of its own for the names after the last one,
 * sorted by the server (RFC 2891) and taken as the first page of a paged search (RFC 2696); a size limit alone might cut
 * before the sort. So a listing may be gone on with elsewhere, from any name, and a connection that breaks between two
 * pages is opened anew, at another domain controller if need be.
 *
 * Assumed of Windows, tried on Samba AD and on the look-alike only: that `>=` and the sort follow one order (the index of
 * sAMAccountName); that the index serves both, so that a page does not grow with the domain, and MaxTempTableSize is no
 * limit; that a sorted page is not empty while more follow. A server that does not sort is a Failure, never a list in
 * another order.
 */
export async function* listPeople(
  domain: CheckedDomain,
  signedIn: SignedIn,
  asked: PeopleFilter,
  holdersOn: RepairHolders,
): AsyncGenerator<ListedPerson, void, undefined> {
  for (const filter of asked.filters ?? []) filterOf(filter);
  let after = asked.after === undefined ? undefined : listPlace(asked.after, [domain]).after;
  for (let finished = false; !finished;) {
    const { connection, prepared } = await firstAnswering(
      domain,
      domain.domainControllers,
      signedIn(async (opened) => ({
        groups: await groupMembers(opened, domain, asked.groups ?? []),
        holders: asked.states === true ? await holdersOn(opened) : [],
      })),
    );
    let advanced = false;
    try {
      const listing = { connection, domain, asked, ...prepared };
      for (
        let page = await nextPage(listing, after);
        page.length > 0;
        page = await nextPage(listing, after)
      ) {
        yield* page;
        after = page.at(-1)?.username;
        advanced = true;
      }
      finished = true;
    } catch (error) {
      if (!advanced || !(error instanceof Failure) || error.code !== 'directory-unreachable') throw error;
    } finally {
      await connection.close();
    }
  }
}
