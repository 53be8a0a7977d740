import type { Account, DirectoryReader } from '../../domain/ports/directory.ts';
import type { Claim } from '../../domain/recovery/claim.ts';
import { nameOf, readAccount, readNobody } from './account-reading.ts';
import { claimFilter, isOfDomain } from './claim-filter.ts';
import type { Connection } from './connection.ts';
import type { CredentialSource } from './credential-source.ts';
import { checkedDomain, type CheckedDomain, type DomainSettings } from './domain-settings.ts';
import { onFirstAnswering } from './first-answering.ts';
import { knownController } from './known-controller.ts';
import { filterOf, filterTrouble } from './ldap-filter.ts';
import { findObject, searchObjects } from './object-finding.ts';
import { listPeople } from './people-listing.ts';
import { readRules } from './rules-reading.ts';
import { signedInAs } from './signed-in.ts';

/**
 * Reads the people of one domain as its data proxy account, over one connection per call. Throws Failure
 * `directory-unreachable`, `directory-untrusted`, `directory-credentials` or `directory-misbehaved`; also at once, for
 * settings that must not be used.
 */
export function directoryReader(settings: DomainSettings, dataProxy: CredentialSource): DirectoryReader {
  const domain = checkedDomain(settings);
  const signedIn = signedInAs(domain, dataProxy);
  const on = <T>(urls: readonly string[], work: (connection: Connection) => Promise<T>): Promise<T> =>
    onFirstAnswering(domain, urls, signedIn(work));
  const onAny = <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
    on(domain.domainControllers, work);

  return {
    find: async (claim, filters = []) => {
      // A filter that cannot be used is everybody's trouble, before anybody is looked for.
      for (const filter of filters) filterOf(filter);
      return onAny((connection) => find(connection, domain, claim, filters));
    },
    read: async (person, url) => {
      const name = nameOf(person, domain);
      return on(url === undefined ? domain.domainControllers : [knownController(domain, url)], (connection) =>
        readAccount(connection, domain, name),
      );
    },
    rules: async (account) => {
      // The domain head has no settings object of its own: as many reads for a stranger as for anybody.
      const name = account ? nameOf(account.person, domain) : domain.baseDn;
      return onAny((connection) => readRules(connection, domain, name));
    },
    people: (filter = {}) => listPeople(domain, signedIn, filter),
    search: (kind, beginning, limit) =>
      onAny((connection) => searchObjects(connection, domain, kind, beginning, limit)),
    object: (kind, nameOrId) => onAny((connection) => findObject(connection, domain, kind, nameOrId)),
    filterTrouble,
  };
}

/**
 * One search and one base read, and one more for each filter, also for a claim that names nobody: whoever measures must not
 * learn which it was.
 */
async function find(
  connection: Connection,
  domain: CheckedDomain,
  claim: Claim,
  filters: readonly string[],
): Promise<Account | undefined> {
  const hits = await connection.search(domain.baseDn, {
    scope: 'sub',
    filter: claimFilter(claim, domain),
    attributes: ['objectGUID'],
    sizeLimit: 2,
  });
  const [hit] = hits;
  return hit && hits.length === 1 && isOfDomain(claim, domain)
    ? readAccount(connection, domain, hit.dn, filters)
    : readNobody(connection, domain, filters);
}
