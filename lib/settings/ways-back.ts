import { liesWithin, rangeOf } from './addresses.ts';
import type { NetworkSettings } from './network-kinds.ts';
import type { ToldIssue } from './told-issues.ts';

interface DoorOfSettings {
  readonly allowList: 'any' | readonly string[];
  readonly door: 'regional' | 'private' | { readonly endpointId: string };
}

/** What of a private door's list no route leads back to, where the settings say every route there is. */
export function waysBack({
  network,
  ...doors
}: {
  readonly network: NetworkSettings;
  readonly portal: DoorOfSettings;
  readonly administration: DoorOfSettings;
}): readonly ToldIssue[] {
  if (network.kind === 'existing-vpc' || (network.kind === 'new-vpc-vpn' && network.routing === 'bgp'))
    return [];
  const { onPremisesCidrs } = network;
  return (['portal', 'administration'] as const).flatMap((name) => {
    const { door, allowList } = doors[name];
    if (door !== 'private' || allowList === 'any') return [];
    return allowList.flatMap((range, index): ToldIssue[] =>
      rangeOf(range)?.family === 'ipv4' && !liesWithin(range, onPremisesCidrs)
        ? [
            {
              path: [name, 'allowList', index],
              message: `${range} is in none of network.onPremisesCidrs, so no answer of a private door leads back there: add its network, or take it off the list`,
            },
          ]
        : [],
    );
  });
}
