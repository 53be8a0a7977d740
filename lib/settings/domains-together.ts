import { liesIn, liesWithin } from './addresses.ts';
import type { DomainOfSettings } from './domain-settings.ts';
import type { NetworkSettings } from './network-kinds.ts';
import type { ToldIssue } from './told-issues.ts';

/** What the domains say of each other and of the network. */
export interface DomainsTogether {
  readonly domains: readonly DomainOfSettings[];
  readonly defaultDomain?: string | undefined;
  readonly network: NetworkSettings;
}

type Tell = (path: ToldIssue['path'], message: string) => void;

/** What no domain can say by itself: names that two have, a default that is not there, ways that lead nowhere. */
export function domainsTogether({ domains, defaultDomain, network }: DomainsTogether): readonly ToldIssue[] {
  const wrong: ToldIssue[] = [];
  const tell: Tell = (path, message) => void wrong.push({ path, message });
  checkNames(domains, defaultDomain, tell);
  checkSecrets(domains, tell);
  checkHosts(domains, tell);
  domains.forEach((domain, index) => {
    checkControllers(domain, index, tell);
    checkWay(domain, index, network, tell);
  });
  return wrong;
}

function checkNames(domains: readonly DomainOfSettings[], defaultDomain: string | undefined, tell: Tell) {
  for (const name of ['netbiosName', 'dnsName', 'baseDn'] as const)
    domains.forEach((domain, index) => {
      const first = domains.findIndex((other) => other[name].toLowerCase() === domain[name].toLowerCase());
      if (first < index)
        tell(
          ['domains', index, name],
          `${domain[name]} is that of domains[${first}] too: each domain has its own, and is listed once`,
        );
    });
  const names = domains.map(({ netbiosName }) => netbiosName);
  if (defaultDomain !== undefined && !names.includes(defaultDomain))
    tell(['defaultDomain'], `${defaultDomain} is none of the domains: give one of ${names.join(', ')}`);
}

/** One secret holds one account's password. */
function checkSecrets(domains: readonly DomainOfSettings[], tell: Tell): void {
  const used = new Set<string>();
  domains.forEach(({ accounts }, index) => {
    for (const account of ['dataProxy', 'selfService'] as const) {
      const { secret } = accounts[account];
      if (secret === 'create') continue;
      if (used.has(secret.arn))
        tell(
          ['domains', index, 'accounts', account, 'secret', 'arn'],
          'is the secret of another account too: each account has a secret of its own',
        );
      used.add(secret.arn);
    }
  });
}

/** One host is one domain controller of one domain: what was asked of one is looked for on the same one. */
function checkHosts(domains: readonly DomainOfSettings[], tell: Tell): void {
  const seen = new Map<string, string>();
  domains.forEach(({ domainControllers: { listed } }, index) =>
    listed.forEach(({ url, address }, controller) => {
      const place = ['domains', index, 'domainControllers', controller];
      const host = new URL(url).hostname.toLowerCase();
      const [hostOf, addressOf] = [seen.get(host), seen.get(address)];
      // Said once by each domain of its own list.
      if (hostOf !== undefined && hostOf !== url)
        tell([...place, 'url'], `${host} is listed as ${hostOf} too: each domain controller is listed once`);
      if (addressOf !== undefined && addressOf !== url)
        tell([...place, 'address'], `${address} is that of ${addressOf} too: give the one of ${host}`);
      seen.set(host, hostOf ?? url).set(address, addressOf ?? url);
    }),
  );
}

/** Whichever answers to the name of a domain is another each time: what one was asked for would be looked for on the next. */
function checkControllers(
  { dnsName, domainControllers: { listed } }: DomainOfSettings,
  index: number,
  tell: Tell,
): void {
  listed.forEach(({ url }, controller) => {
    if (new URL(url).hostname.toLowerCase() === dnsName.toLowerCase())
      tell(
        ['domains', index, 'domainControllers', controller, 'url'],
        `${url} is the name of the domain, to which all its domain controllers answer: give each by its own name, or let them be discovered`,
      );
  });
}

function checkWay(
  { domainControllers: { listed, discover } }: DomainOfSettings,
  index: number,
  network: NetworkSettings,
  tell: Tell,
): void {
  const place = ['domains', index, 'domainControllers'];
  if (discover && !discover.dnsServers && network.names.kind === 'private-zones')
    tell(
      [...place, 'discover'],
      "needs the domain's own DNS, and network.names makes private zones of listed controllers only: give dnsServers, or choose names: { kind: 'resolver', addresses }",
    );
  if (network.kind === 'existing-vpc') return;
  const { onPremisesCidrs } = network;
  listed.forEach(({ address }, controller) => {
    if (!liesIn(address, onPremisesCidrs)) tell([...place, controller, 'address'], noWayTo(address));
  });
  const unreached = [
    ...(discover?.addresses ?? []).filter((range) => !liesWithin(range, onPremisesCidrs)),
    ...(discover?.dnsServers ?? []).filter((address) => !liesIn(address, onPremisesCidrs)),
  ];
  for (const address of unreached) tell([...place, 'discover'], noWayTo(address));
}

const noWayTo = (address: string): string =>
  `${address} is in none of network.onPremisesCidrs, so there is no way there: add its network`;
