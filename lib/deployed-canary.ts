import type { CanaryChoice } from '../lambdas/deployment-choices.ts';
import type { Settings } from './settings.ts';
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
export const canaryWarnings = ({ canary }: Pick<Settings, 'canary'>): readonly string[] =>
  canary === undefined
    ? [
        "No canary recovers itself through the portal, so the first to notice that it cannot be done is a person who is locked out: set canary (docs/canary.md), or write canary: 'off'.",
      ]
    : [];
