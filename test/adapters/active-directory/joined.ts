import {
  directoryAcross,
  type JoinedDomain,
  passwordDeskAcross,
  repairDeskAcross,
} from '../../../adapters/active-directory/across/across-domains.ts';
import type { DomainSettings } from '../../../adapters/active-directory/domain-settings.ts';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN, SECOND_CAST, SECOND_DOMAIN } from '../../../local/people.ts';
import { fixed, settingsOf } from './ports-of.ts';

/** A look-alike of the second domain. */
export const startSecond = (): Promise<LookAlike> =>
  startLookAlike({ domain: SECOND_DOMAIN, cast: SECOND_CAST });

/** The second domain at that domain controller. */
export const secondSettings = (url: string, ca: string): DomainSettings => ({
  ...settingsOf([url], ca),
  netbiosName: SECOND_DOMAIN.netbios,
  dnsName: SECOND_DOMAIN.dns,
  upnSuffixes: SECOND_DOMAIN.upnSuffixes,
  baseDn: SECOND_DOMAIN.base,
  repairAccounts: [SECOND_DOMAIN.resetter.username],
});

/** The three ports of both domains together, the first one being the default. */
export function joined(first: DomainSettings, second: DomainSettings) {
  const as = (account: 'reader' | 'resetter'): readonly JoinedDomain[] =>
    (
      [
        [first, DOMAIN],
        [second, SECOND_DOMAIN],
      ] as const
    ).map(([settings, domain]) => ({
      settings,
      credentials: fixed({ username: domain[account].upn, password: domain[account].password }),
    }));
  return {
    reader: directoryAcross(as('reader')),
    passwords: passwordDeskAcross(as('reader')),
    repairs: repairDeskAcross(as('resetter')),
  };
}
