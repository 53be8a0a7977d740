import type { DirectoryObject, DirectoryReader } from '../../domain/ports/directory-reader.ts';
import { DEFAULT_CLAIM_FORMS } from '../../domain/recovery/claim-forms.ts';
import { repairHolders } from './access/holder.ts';
import { readRights } from './access/rights-reading.ts';
import { nameOf, readAccount, requireDomain } from './account-reading.ts';
import { attributesFilter } from './attributes-filter.ts';
import { findClaimed } from './claim-finding.ts';
import type { Connection } from './connection.ts';
import type { CredentialSource } from './credential-source.ts';
import { checkedDomain, type DomainSettings } from './domain-settings.ts';
import { type Candidates, onFirstAnswering } from './controllers/first-answering.ts';
import { knownController } from './controllers/known-controller.ts';
import { filterOf, filterTrouble } from './ldap-filter.ts';
import { findObjects, searchObjects } from './object-finding.ts';
import { listPeople } from './people-listing.ts';
import { readRules } from './rules-reading.ts';
import { signedInAs } from './signed-in.ts';

/** A reader of one domain, as one among several needs it. */
export interface DomainReader extends DirectoryReader {
  /** As `object`; two where several have the name. */
  objects(kind: DirectoryObject['kind'], nameOrId: string): Promise<readonly DirectoryObject[]>;
}

/**
 * Reads the people of one domain as its data proxy account, over one connection per call. Throws Failure
 * `directory-unreachable`, `directory-untrusted`, `directory-credentials` or `directory-misbehaved`; also at once, for
 * settings that must not be used. Bare user names are of this domain, unless it is a further one among several.
 */
export function directoryReader(
  settings: DomainSettings,
  dataProxy: CredentialSource,
  place: 'default' | 'further' = 'default',
): DomainReader {
  const domain = checkedDomain(settings);
  const signedIn = signedInAs(domain, dataProxy);
  const on = <T>(urls: Candidates, work: (connection: Connection) => Promise<T>): Promise<T> =>
    onFirstAnswering(domain, urls, signedIn(work));
  const onAny = <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
    on(domain.domainControllers, work);

  const holders = repairHolders(domain);
  const objects: DomainReader['objects'] = (kind, nameOrId) =>
    onAny((connection) => findObjects(connection, domain, kind, nameOrId));

  return {
    find: async (claim, { forms = DEFAULT_CLAIM_FORMS, filters = [], template } = {}) => {
      // A filter that cannot be used is everybody's trouble, before anybody is looked for.
      for (const filter of filters) filterOf(filter);
      const isDefault = place === 'default';
      const reading = { forms, filters, isDefault, ...(template !== undefined && { template }) };
      return onAny((connection) => findClaimed(connection, domain, claim, reading));
    },
    read: async (person, { on: url, filters = [] } = {}) => {
      const name = nameOf(person, domain);
      for (const filter of filters) filterOf(filter);
      return on(url === undefined ? domain.domainControllers : [knownController(domain, url)], (connection) =>
        readAccount(connection, domain, name, filters),
      );
    },
    attributesHold: async (person, given) => {
      const name = nameOf(person, domain);
      const filter = attributesFilter(given);
      return onAny(async (connection) => (await connection.fits(name, [filter]))[0] === true);
    },
    rules: async (of, account) => {
      requireDomain(of, domain);
      // The domain head has no settings object of its own: as many reads for a stranger as for anybody.
      const name = account ? nameOf(account.person, domain) : domain.baseDn;
      return onAny((connection) => readRules(connection, domain, name));
    },
    rights: async (person) => {
      const name = nameOf(person, domain);
      return onAny((connection) => readRights(connection, name, holders));
    },
    people: (filter = {}) => listPeople(domain, signedIn, filter, holders),
    search: (kind, beginning, limit) =>
      onAny((connection) => searchObjects(connection, domain, kind, beginning, limit)),
    objects,
    object: async (kind, nameOrId) => {
      const [found, another] = await objects(kind, nameOrId);
      return another ? undefined : found;
    },
    filterTrouble,
  };
}
