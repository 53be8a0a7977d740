import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Reads } from './reads.ts';
import type { Watched } from './watched.ts';

/** Of the tunnels. Both report under the connection: its largest value is 0 when both are down, its smallest when one is. */
export function tunnelMetrics({ vpnId }: Watched): Reads {
  if (vpnId === undefined) return {};
  const tunnels = (statistic: string) =>
    new Metric({
      namespace: 'AWS/VPN',
      metricName: 'TunnelState',
      dimensionsMap: { VpnId: vpnId },
      statistic,
    });
  return { TunnelsDown: tunnels('Maximum'), TunnelDown: tunnels('Minimum') };
}
