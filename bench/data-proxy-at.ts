import { directoryReader } from '../adapters/active-directory/directory-reader.ts';
import type { DomainSettings } from '../adapters/active-directory/domain-settings.ts';
import type { DirectoryReader } from '../domain/ports/directory-reader.ts';
import { DOMAIN } from '../local/people.ts';

/** The demonstration domain at that domain controller. */
export const domainAt = (url: string, ca: string): DomainSettings => ({
  netbiosName: DOMAIN.netbios,
  dnsName: DOMAIN.dns,
  upnSuffixes: DOMAIN.upnSuffixes,
  domainControllers: [url],
  baseDn: DOMAIN.base,
  ca: [ca],
  repairAccounts: [DOMAIN.resetter.username],
});

/** Reads the demonstration domain, as its data proxy account. */
export function dataProxyAt(url: string, ca: string): DirectoryReader {
  const reader = { username: DOMAIN.reader.upn, password: DOMAIN.reader.password };
  const credential = () => Promise.resolve(reader);
  return directoryReader(domainAt(url, ca), { current: credential, refreshed: credential });
}
