import type { BreachedSettings } from './breached-settings.ts';
import { canaryOf, type CanarySettings } from './canary-settings.ts';
import type { DomainOfSettings } from './domain-settings.ts';
import type { NetworkSettings } from './network-kinds.ts';

/** What of a deployment says who goes where. */
interface WaysOfSettings {
  readonly network: NetworkSettings;
  readonly domains: readonly DomainOfSettings[];
  readonly policy: { readonly breachedPasswords: BreachedSettings };
  readonly canary?: CanarySettings;
  readonly portal: { readonly door: unknown };
}

/** What of the network is risky or paid for in vain, one sentence each. */
export function networkWarnings(settings: WaysOfSettings): readonly string[] {
  const { network, domains } = settings;
  const alone = domains.filter(({ domainControllers: { listed } }) => listed.length === 1);
  return [
    ...(network.kind !== 'existing-vpc' && network.nat && !takesTheNat(settings)
      ? [
          'network.nat makes a NAT gateway, and nothing takes that way: leave it out until the canary or policy.breachedPasswords.rangeQuery does.',
        ]
      : []),
    ...alone.map(
      ({ netbiosName, domainControllers: { listed } }) =>
        `The domain ${netbiosName} lists one domain controller, ${listed[0]?.url ?? ''}: while it restarts nobody is helped. List another writable one.`,
    ),
  ];
}

const takesTheNat = (settings: WaysOfSettings): boolean => {
  const { breachedPasswords } = settings.policy;
  return (
    (canaryOf(settings)?.from === 'network' && settings.portal.door === 'regional') ||
    (typeof breachedPasswords === 'object' && 'rangeQuery' in breachedPasswords)
  );
};
