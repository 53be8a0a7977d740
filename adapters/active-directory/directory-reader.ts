import type { Entry, SearchOptions } from 'ldapts';
import type { Account, DirectoryReader, PeopleFilter } from '../../domain/ports/directory.ts';
import type { Claim } from '../../domain/recovery/claim.ts';
import { nameOf, readAccount, readNobody } from './account-reading.ts';
import { claimFilter, isOfDomain, isPerson } from './claim-filter.ts';
import type { Connection } from './connection.ts';
import type { CredentialSource } from './credential-source.ts';
import { checkedDomain, type CheckedDomain, type DomainSettings } from './domain-settings.ts';
import { firstAnswering, onFirstAnswering } from './first-answering.ts';
import { knownController } from './known-controller.ts';
import { readRules } from './rules-reading.ts';
import { signIn } from './sign-in.ts';

/** Accounts read at a time over one connection; each leaves a listener on the socket, and Node warns above ten. */
const AT_ONCE = 5;

/**
 * Reads the people of one domain as its data proxy account, over one connection per call. Throws Failure
 * `directory-unreachable`, `directory-untrusted`, `directory-credentials` or `directory-misbehaved`; also at once, for
 * settings that must not be used.
 */
export function directoryReader(settings: DomainSettings, dataProxy: CredentialSource): DirectoryReader {
  const domain = checkedDomain(settings);
  const signedIn =
    <T>(work: (connection: Connection) => Promise<T>) =>
    async (connection: Connection): Promise<T> => {
      await signIn(connection, dataProxy, domain);
      return work(connection);
    };
  const on = <T>(urls: readonly string[], work: (connection: Connection) => Promise<T>): Promise<T> =>
    onFirstAnswering(domain, urls, signedIn(work));

  return {
    find: (claim) => on(domain.domainControllers, (connection) => find(connection, domain, claim)),
    read: async (person, url) => {
      const name = nameOf(person, domain);
      return on(url === undefined ? domain.domainControllers : [knownController(domain, url)], (connection) =>
        readAccount(connection, domain, name),
      );
    },
    rules: async (account) => {
      // The domain head has no settings object of its own: as many reads for a stranger as for anybody.
      const name = account ? nameOf(account.person, domain) : domain.baseDn;
      return on(domain.domainControllers, (connection) => readRules(connection, domain, name));
    },
    people: (filter) => people(domain, signedIn, filter ?? {}),
  };
}

/** One search and one base read, also for a claim that names nobody: whoever measures must not learn which it was. */
async function find(
  connection: Connection,
  domain: CheckedDomain,
  claim: Claim,
): Promise<Account | undefined> {
  const hits = await connection.search(domain.baseDn, {
    scope: 'sub',
    filter: claimFilter(claim, domain),
    attributes: ['objectGUID'],
    sizeLimit: 2,
  });
  const [hit] = hits;
  return hit && hits.length === 1 && isOfDomain(claim, domain)
    ? readAccount(connection, domain, hit.dn)
    : readNobody(connection, domain);
}

async function* people(
  domain: CheckedDomain,
  signedIn: <T>(work: (connection: Connection) => Promise<T>) => (connection: Connection) => Promise<T>,
  { under }: PeopleFilter,
): AsyncGenerator<Account> {
  const { connection } = await firstAnswering(
    domain,
    domain.domainControllers,
    signedIn(() => Promise.resolve()),
  );
  try {
    const options: SearchOptions = {
      scope: 'sub',
      filter: isPerson(),
      attributes: ['objectGUID'],
      paged: { pageSize: domain.pageSize },
    };
    for await (const page of connection.pages(under ?? domain.baseDn, options))
      for (let at = 0; at < page.length; at += AT_ONCE)
        yield* await accountsOf(connection, domain, page.slice(at, at + AT_ONCE));
  } finally {
    await connection.close();
  }
}

/** The accounts behind some hits; tokenGroups comes by base read only. One that went away meanwhile is left out. */
async function accountsOf(connection: Connection, domain: CheckedDomain, hits: readonly Entry[]) {
  const accounts = await Promise.all(hits.map(({ dn }) => readAccount(connection, domain, dn)));
  return accounts.filter((account) => account !== undefined);
}
