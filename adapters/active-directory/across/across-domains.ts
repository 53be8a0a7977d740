import { Failure } from '../../../domain/failure.ts';
import type { KnownDomain } from '../../../domain/policy/known-domain.ts';
import type { DirectoryReader, Found } from '../../../domain/ports/directory-reader.ts';
import type { PasswordDesk } from '../../../domain/ports/password-desk.ts';
import type { RepairDesk } from '../../../domain/ports/repair-desk.ts';
import { DEFAULT_CLAIM_FORMS } from '../../../domain/recovery/claim-forms.ts';
import { claimedDomains } from '../../../domain/recovery/claimed-domains.ts';
import { MOST_NAMED } from '../claim-finding.ts';
import type { CredentialSource } from '../credential-source.ts';
import { directoryReader } from '../directory-reader.ts';
import type { DomainSettings } from '../domain-settings.ts';
import { everyOne } from './every-one.ts';
import { filterTrouble } from '../ldap-filter.ts';
import { objectsAcross } from './objects-across.ts';
import { passwordDesk } from '../password-desk.ts';
import { peopleAcross } from './people-across.ts';
import { repairDesk } from '../repair-desk.ts';

/** One of the domains, and the account it is entered with. */
export interface JoinedDomain {
  readonly settings: DomainSettings;
  readonly credentials: CredentialSource;
}

/**
 * Reads the people of several domains and forests, each as its own data proxy account; the first domain is the default one.
 * A claim is looked for in every domain it may be of, in all of them at once and wherever somebody is found: the work follows
 * from what was typed. So does a Failure: one of those domains out of reach is the same trouble for every such name.
 */
export function directoryAcross(domains: readonly JoinedDomain[]): DirectoryReader {
  const members = domains.map(({ settings, credentials }, at) => ({
    ...knownDomain(settings),
    baseDn: settings.baseDn,
    reader: directoryReader(settings, credentials, at === 0 ? 'default' : 'further'),
  }));
  const readerOf = (domain: string): DirectoryReader => memberOf(members, domain).reader;
  return {
    find: async (claim, asked = {}) => {
      const claimed = claimedDomains(claim, asked.forms ?? DEFAULT_CLAIM_FORMS, members);
      return together(await everyOne(claimed.map(({ reader }) => reader.find(claim, asked))));
    },
    read: async (person, asked) => readerOf(person.domain).read(person, asked),
    attributesHold: async (person, given) => readerOf(person.domain).attributesHold(person, given),
    rules: async (domain, account) => readerOf(domain).rules(domain, account),
    rights: async (person) => readerOf(person.domain).rights(person),
    people: (filter = {}) => peopleAcross(members, filter),
    ...objectsAcross(members),
    filterTrouble,
  };
}

/** Tries and changes passwords in several domains, each as its own data proxy account. */
export function passwordDeskAcross(domains: readonly JoinedDomain[]): PasswordDesk {
  const members = domains.map(({ settings, credentials }) => ({
    ...knownDomain(settings),
    desk: passwordDesk(settings, credentials),
  }));
  return {
    tryPassword: async (domain, account, password) =>
      memberOf(members, domain).desk.tryPassword(domain, account, password),
    changePassword: async (account, change) =>
      memberOf(members, account.person.domain).desk.changePassword(account, change),
    readBack: async (account) => memberOf(members, account.person.domain).desk.readBack(account),
  };
}

/** Repairs accounts of several domains, each as its own self-service account. */
export function repairDeskAcross(domains: readonly JoinedDomain[]): RepairDesk {
  const members = domains.map(({ settings, credentials }) => ({
    ...knownDomain(settings),
    desk: repairDesk(settings, credentials),
  }));
  return { at: async (person, work) => memberOf(members, person.domain).desk.at(person, work) };
}

const knownDomain = ({ netbiosName, dnsName, upnSuffixes }: DomainSettings): KnownDomain => ({
  netbiosName: netbiosName.toUpperCase(),
  dnsName: dnsName.toLowerCase(),
  upnSuffixes: upnSuffixes.map((suffix) => suffix.toLowerCase()),
});

/** The domain of that NetBIOS name. Throws a Failure when it is not, or no longer, among those served. */
function memberOf<M extends KnownDomain>(members: readonly M[], domain: string): M {
  const member = members.find(({ netbiosName }) => netbiosName === domain);
  if (member) return member;
  throw new Failure(
    'directory-misbehaved',
    `${domain} is none of the domains served (${members.map(({ netbiosName }) => netbiosName).join(', ')}); add it to the deployment's settings`,
  );
}

/** One hit in all domains is a person; more are nobody. */
function together(found: readonly Found[]): Found {
  const hits = found.filter((one) => one.kind !== 'none');
  const [only] = hits;
  if (!only) return { kind: 'none' };
  if (hits.length === 1) return only;
  const names = hits.flatMap((one) =>
    one.kind === 'one' ? [`${one.account.person.domain}\\${one.account.username}`] : one.names,
  );
  return { kind: 'ambiguous', names: names.slice(0, MOST_NAMED) };
}
