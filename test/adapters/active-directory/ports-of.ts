import type { Credential, CredentialSource } from '../../../adapters/active-directory/credential-source.ts';
import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import type { DomainSettings } from '../../../adapters/active-directory/domain-settings.ts';
import { passwordDesk } from '../../../adapters/active-directory/password-desk.ts';
import { repairDesk } from '../../../adapters/active-directory/repair-desk.ts';
import { DOMAIN } from '../../../local/people.ts';

/** A credential that never changes. */
export const fixed = (credential: Credential): CredentialSource => ({
  current: () => Promise.resolve(credential),
  refreshed: () => Promise.resolve(credential),
});

export const DATA_PROXY = fixed({ username: DOMAIN.reader.upn, password: DOMAIN.reader.password });
export const SELF_SERVICE = fixed({ username: DOMAIN.resetter.upn, password: DOMAIN.resetter.password });

/** The demonstration domain at these domain controllers. Listings come in small pages, to be turned at all. */
export const settingsOf = (domainControllers: readonly string[], ca: string): DomainSettings => ({
  netbiosName: DOMAIN.netbios,
  dnsName: DOMAIN.dns,
  upnSuffixes: DOMAIN.upnSuffixes,
  baseDn: DOMAIN.base,
  domainControllers,
  ca: [ca],
  readAccounts: [DOMAIN.reader.username, DOMAIN.readerAlternate.username],
  repairAccounts: [DOMAIN.resetter.username, DOMAIN.resetterAlternate.username],
  pageSize: 7,
});

/** The three ports of a domain, as the two accounts of the cast. */
export const portsOf = (settings: DomainSettings) => ({
  reader: directoryReader(settings, DATA_PROXY),
  passwords: passwordDesk(settings, DATA_PROXY),
  repairs: repairDesk(settings, SELF_SERVICE),
});
