import type { CanaryChoice } from '../lambdas/deployment-choices.ts';
import type { Settings } from './settings.ts';
import { liesIn } from './settings/addresses.ts';
import { canaryDomain } from './settings/canary-domain.ts';
import { canaryName } from './settings/canary-name.ts';
import { canaryOf } from './settings/canary-settings.ts';

/** Whether the canary stands in the network of the domain controllers. */
export const canaryInNetwork = (settings: Pick<Settings, 'canary'>): boolean =>
  canaryOf(settings)?.from === 'network';

/** What the canary is told (LATCHKEY_CANARY). */
export function deployedCanary(
  settings: Pick<Settings, 'canary' | 'domains' | 'defaultDomain' | 'policy'>,
  secretArn: string | undefined,
): string {
  const canary = canaryOf(settings);
  if (!canary || secretArn === undefined) return 'none';
  const { username } = canary;
  const domain = canaryDomain(settings);
  const typed = domain && canaryName(settings.policy.claims ?? {}, { username, ...domain });
  if (!domain || typed === undefined)
    throw new Error('a canary nobody could name: canaryTogether lets none in');
  const choice: CanaryChoice = {
    domain: domain.domain.netbiosName,
    username,
    typed,
    secretId: secretArn,
    locks: canaryInNetwork(settings),
  };
  return JSON.stringify(choice);
}

/**
 * The networks that the canary comes to the portal's door from, which are let in beside its list: the NAT gateway's address, or
 * its own where the door is private. Nobody knows the networks of a VPC that was there: there the list has to name them.
 */
export function canarySources(
  settings: Pick<Settings, 'canary' | 'network' | 'portal'>,
  natAddresses: readonly string[],
): readonly string[] {
  if (!canaryInNetwork(settings)) return [];
  const { network, portal } = settings;
  if (portal.door === 'regional') return natAddresses.map((address) => `${address}/32`);
  return network.kind === 'existing-vpc' ? [] : [network.cidr];
}

/** What an administrator should hear at synth, unless they said that they know. */
export const canaryWarnings = (
  settings: Pick<Settings, 'canary' | 'network' | 'portal'>,
): readonly string[] => {
  if (settings.canary === undefined) return [NOBODY_LOOKS];
  return comesWithOthers(settings) ? [WITH_OTHERS] : [];
};

/** Whether the door is opened for it to an address that is no secret of ours: whoever else is behind it is let in, too. */
function comesWithOthers(settings: Pick<Settings, 'canary' | 'network' | 'portal'>): boolean {
  const { network, portal } = settings;
  const { allowList } = portal;
  if (network.kind !== 'existing-vpc' || portal.door !== 'regional' || allowList === 'any') return false;
  return (
    canaryInNetwork(settings) &&
    canaryOf(settings)?.ownAddress !== true &&
    !(network.natAddresses ?? []).every((address) => liesIn(address, allowList))
  );
}

const NOBODY_LOOKS =
  "No canary recovers itself through the portal, so the first to notice that it cannot be done is a person who is locked out: set canary (docs/canary.md), or write canary: 'off'.";
const WITH_OTHERS =
  'The canary comes to the portal from network.natAddresses, and so does everybody else behind those NAT gateways: the door lets them in with it. Give it an address of its own (docs/canary.md), and write canary.ownAddress: true.';
