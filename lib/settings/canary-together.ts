import { canaryDomain } from './canary-domain.ts';
import { canaryName } from './canary-name.ts';
import { type CanaryOfSettings, canaryOf, type CanarySettings } from './canary-settings.ts';
import type { DomainOfSettings } from './domain-settings.ts';
import type { NetworkSettings } from './network-kinds.ts';
import type { ToldIssue } from './told-issues.ts';

interface AroundCanary {
  readonly canary?: CanarySettings;
  readonly domains: readonly DomainOfSettings[];
  readonly defaultDomain?: string | undefined;
  readonly policy: { readonly claims?: Parameters<typeof canaryName>[0] | undefined };
  readonly network: NetworkSettings;
  readonly portal: {
    readonly door: 'regional' | 'private' | object;
    readonly allowList: 'any' | readonly string[];
  };
}

/** A canary in no domain of ours, as one of our own accounts, or that could not come to its door. */
export function canaryTogether(settings: AroundCanary): readonly ToldIssue[] {
  const { network, portal, policy } = settings;
  const canary = canaryOf(settings);
  if (!canary) return [];
  const found = canaryDomain(settings);
  return [
    ...(found ? accountMistakes(canary, found.domain) : [{ path: ['canary', 'domain'], message: NO_DOMAIN }]),
    ...(found && canaryName(policy.claims ?? {}, { ...canary, ...found }) === undefined
      ? [{ path: ['canary', 'username'], message: NOTHING_TO_TYPE }]
      : []),
    ...wayMistakes(canary, network, portal).map((message) => ({ path: ['canary', 'from'], message })),
  ];
}

function accountMistakes(
  { username }: CanaryOfSettings,
  { accounts }: DomainOfSettings,
): readonly ToldIssue[] {
  const { dataProxy, selfService, attributeWriter } = accounts;
  const own = [dataProxy, selfService].flatMap((account) => [account.username, account.alternate]);
  const taken = [...own, attributeWriter?.username].some(
    (name) => name?.toLowerCase() === username.toLowerCase(),
  );
  return taken
    ? [{ path: ['canary', 'username'], message: `${username} is one of our own accounts: ${ALONE}` }]
    : [];
}

function wayMistakes(
  { from }: CanaryOfSettings,
  network: NetworkSettings,
  { door, allowList }: AroundCanary['portal'],
): readonly string[] {
  const isPrivate = door !== 'regional';
  if (from === 'outside') {
    if (isPrivate) return [NOT_FROM_OUTSIDE];
    return allowList === 'any' ? [] : [TURNED_AWAY];
  }
  if (isPrivate) return [];
  if (network.kind === 'existing-vpc') return network.natAddresses ? [] : [UNKNOWN_ADDRESS];
  return network.nat ? [] : [NO_WAY_OUT];
}

const NOTHING_TO_TYPE =
  'could not say who it is, as policy.claims lets nobody type any of its names: switch domainName or principalName on';
const NO_DOMAIN =
  'is none of the domains: give the NetBIOS name of one of them, or leave it out for the default one';
const ALONE = 'the canary must be an account with no rights at all, made for it alone';
const TURNED_AWAY =
  "'outside' has no address of its own, and portal.allowList would turn it away: write from: 'network' with network.nat: true, or leave the canary 'off'";
const NOT_FROM_OUTSIDE =
  "the door of the portal is private, and opens to nobody outside: write from: 'network'";
const UNKNOWN_ADDRESS =
  "'network' comes to the portal from the NAT gateways of your VPC, and nobody said that there are any: give network.natAddresses, or leave the canary 'off'";
const NO_WAY_OUT =
  "'network' has no way from a new VPC to a portal on the internet: write network.nat: true (its cost is in docs/canary.md), or leave the canary 'off'";
