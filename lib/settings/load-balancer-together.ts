import { liesIn, PRIVATE_RANGES } from './addresses.ts';
import type { DomainOfSettings } from './domain-settings.ts';
import type { NetworkSettings } from './network-kinds.ts';
import type { ToldIssue } from './told-issues.ts';

/** What of the domains a load balancer could not serve. */
export function loadBalancerTogether({
  domains,
  network,
}: {
  readonly domains: readonly DomainOfSettings[];
  readonly network: NetworkSettings;
}): readonly ToldIssue[] {
  if (!network.loadBalancer) return [];
  const taken = new Map<string, string>();
  return domains.flatMap(({ domainControllers: { listed, discover } }, index) => {
    const place = ['domains', index, 'domainControllers'];
    if (discover) return [{ path: [...place, 'discover'], message: NOT_LISTED }];
    return listed.flatMap(({ url, address }, controller): ToldIssue[] => [
      ...portMistakes(url, taken).map((message) => ({ path: [...place, controller, 'url'], message })),
      ...addressMistakes(address).map((message) => ({ path: [...place, controller, 'address'], message })),
    ]);
  });
}

const NOT_LISTED =
  'finds domain controllers that network.loadBalancer does not know: list them as { url, address }, or leave the load balancer out';

/** Notes the port as taken. */
function portMistakes(url: string, taken: Map<string, string>): readonly string[] {
  const { port, hostname } = new URL(url);
  const listener = port || '636';
  const other = taken.get(listener);
  if (other !== undefined)
    return [
      `${url} has port ${listener} of the load balancer, as ${other} has: give each domain controller a port of its own there, such as ldaps://${hostname}:${freePort(taken)}`,
    ];
  taken.set(listener, url);
  return [];
}

const addressMistakes = (address: string): readonly string[] =>
  liesIn(address, PRIVATE_RANGES)
    ? []
    : [
        `${address} is no private address, and a load balancer passes on to none but ${PRIVATE_RANGES.join(', ')}: give the domain controller's private address`,
      ];

function freePort(taken: ReadonlyMap<string, string>): number {
  const candidates = Array.from({ length: taken.size + 1 }, (_, index) => 6361 + index);
  return candidates.find((port) => !taken.has(String(port))) ?? 6361;
}
