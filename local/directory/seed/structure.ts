import type { CastDomain } from '../../people.ts';
import type { Entry } from '../entry.ts';
import { negativeTicks } from '../filetime.ts';
import { entryOf } from './entry-of.ts';

/** What AD's own tools hide unless they are asked for everything. */
const ADVANCED = { showInAdvancedViewOnly: 'TRUE' };

/** The domain head, its containers and organizational units, and as much of the configuration as clients look up. */
export function structure(domain: CastDomain): readonly Entry[] {
  const { base } = domain;
  return [
    head(domain),
    entryOf('container', `CN=Users,${base}`),
    entryOf('container', `CN=Computers,${base}`),
    entryOf('builtinDomain', `CN=Builtin,${base}`),
    entryOf('container', `CN=System,${base}`, ADVANCED),
    entryOf('container', `CN=AdminSDHolder,CN=System,${base}`, ADVANCED),
    entryOf('msDS-PasswordSettingsContainer', `CN=Password Settings Container,CN=System,${base}`, ADVANCED),
    entryOf('organizationalUnit', `OU=Domain Controllers,${base}`, { ou: 'Domain Controllers' }),
    ...domain.organizationalUnits.map((ou) =>
      entryOf('organizationalUnit', `${ou},${base}`, { ou: /^OU=([^,]+)/.exec(ou)?.[1] }),
    ),
    ...configuration(domain),
  ];
}

/** Distinguished name of the one domain controller's directory service, which also holds every FSMO role. */
export const directoryServiceDn = (domain: CastDomain): string => `CN=NTDS Settings,${serverDn(domain)}`;

const serverDn = (domain: CastDomain): string =>
  `CN=${hostName(domain)},CN=Servers,CN=Default-First-Site-Name,CN=Sites,CN=Configuration,${domain.base}`;

/** The first label of the domain controller's name, in capitals: its NetBIOS name. */
export const hostName = (domain: CastDomain): string =>
  (domain.domainController.split('.')[0] ?? domain.domainController).toUpperCase();

function head(domain: CastDomain): Entry {
  const { rules } = domain;
  const attributes = {
    dc: domain.dns.split('.')[0],
    minPwdLength: String(rules.minimumLength),
    pwdHistoryLength: String(rules.historyLength),
    pwdProperties: rules.complexity ? '1' : '0',
    minPwdAge: negativeTicks(rules.minimumAgeMs),
    maxPwdAge: negativeTicks(rules.maximumAgeMs, true),
    lockoutThreshold: String(rules.lockoutThreshold),
    lockoutDuration: negativeTicks(rules.lockoutDurationMs, true),
    lockOutObservationWindow: negativeTicks(rules.lockoutWindowMs),
    fSMORoleOwner: directoryServiceDn(domain),
    'msDS-Behavior-Version': '7',
  };
  return entryOf('domainDNS', domain.base, attributes, { sid: domain.sid });
}

function configuration(domain: CastDomain): readonly Entry[] {
  const root = `CN=Configuration,${domain.base}`;
  const site = `CN=Default-First-Site-Name,CN=Sites,${root}`;
  return [
    entryOf('configuration', root),
    entryOf('crossRefContainer', `CN=Partitions,${root}`, { uPNSuffixes: domain.upnSuffixes }),
    entryOf('crossRef', `CN=${domain.netbios},CN=Partitions,${root}`, {
      nCName: domain.base,
      nETBIOSName: domain.netbios,
      dnsRoot: domain.dns,
    }),
    entryOf('sitesContainer', `CN=Sites,${root}`),
    entryOf('site', site),
    entryOf('serversContainer', `CN=Servers,${site}`),
    entryOf('server', serverDn(domain), { dNSHostName: domain.domainController }),
    entryOf('nTDSDSA', directoryServiceDn(domain)),
  ];
}
