import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';
import type { OwnMetrics } from './own-metrics.ts';
import type { Charted, Section } from './section.ts';
import { tableMetric } from './table-metric.ts';
import type { Watched } from './watched.ts';

/** The machines: doors, functions, what runs in the background, the store and the tunnels. */
export const machineSections = (own: OwnMetrics, watched: Watched): readonly Section[] => [
  doors(watched),
  functions(watched),
  background(own, watched),
  store(watched),
];

const doors = ({ portal, administration }: Watched): Section => ({
  title: 'The doors',
  good: 'Answers in well under a second; no 5xx. A steady 4xx is mistyped names and closed pages.',
  graphs: [
    {
      title: 'Requests',
      metrics: [
        portal.metricCount({ label: 'portal', statistic: 'Sum' }),
        administration.metricCount({ label: 'administration', statistic: 'Sum' }),
      ],
    },
    {
      title: 'Refused (4xx) and failed (5xx)',
      metrics: [
        portal.metricClientError({ label: 'portal 4xx', statistic: 'Sum' }),
        portal.metricServerError({ label: 'portal 5xx', statistic: 'Sum' }),
        administration.metricServerError({ label: 'administration 5xx', statistic: 'Sum' }),
      ],
    },
    {
      title: 'Time to answer',
      unit: 'milliseconds',
      metrics: [
        portal.metricLatency({ label: 'half of all', statistic: 'p50' }),
        portal.metricLatency({ label: '95 of 100', statistic: 'p95' }),
      ],
      thresholds: [{ value: 5000, label: 'ApiSlow rings' }],
    },
  ],
});

function functions({ functions: made }: Watched): Section {
  const each = (metric: (of: RecoveryFunction) => Charted) => made.map(metric);
  return {
    title: 'Functions',
    good: 'No crash, nothing turned away. A first run after a quiet while takes a second or two longer.',
    graphs: [
      {
        title: 'Crashes and timeouts',
        metrics: each(({ lambda, name }) => lambda.metricErrors({ label: name })),
      },
      { title: 'Turned away', metrics: each(({ lambda, name }) => lambda.metricThrottles({ label: name })) },
      {
        title: 'Time of a run, 95 of 100',
        unit: 'milliseconds',
        metrics: each(({ lambda, name }) => lambda.metricDuration({ label: name, statistic: 'p95' })),
      },
    ],
  };
}

const background = (own: OwnMetrics, { deadLetters }: Watched): Section => ({
  title: 'In the background',
  good: 'Every line of the heartbeats is there; no dead letters; the trail is signed every ten minutes, and has no odd row.',
  graphs: [
    {
      title: 'Heartbeats: runs that came to their end',
      metrics: [own.each('BackgroundRan', 'service'), own.total('CanaryRan')],
    },
    {
      title: 'Dead letters',
      metrics: deadLetters.map((queue, at) =>
        queue.metricApproximateNumberOfMessagesVisible({ label: `queue ${at + 1}` }),
      ),
      thresholds: [{ value: 1, label: 'DeadLetters rings' }],
    },
    {
      title: 'The trail: events sealed, signatures, odd rows',
      metrics: [own.total('TrailSealed'), own.total('TrailSigned'), own.total('TrailRowOdd')],
    },
  ],
});

function store({ tables, vpnId }: Watched): Section {
  const each = (name: Parameters<typeof tableMetric>[1], statistic: string) =>
    Object.entries(tables).map(([label, table]) =>
      tableMetric(table, name, { statistic, label: `${label} ${name}` }),
    );
  return {
    title: 'Below',
    good: `Nothing is turned away.${vpnId === undefined ? '' : ' Both tunnels are up: the line of the smallest value is at one.'}`,
    graphs: [
      {
        title: 'The store turns away',
        metrics: [...each('ReadThrottleEvents', 'Sum'), ...each('WriteThrottleEvents', 'Sum')],
      },
      {
        title: 'The store reads and writes',
        unit: 'units',
        metrics: [...each('ConsumedReadCapacityUnits', 'Sum'), ...each('ConsumedWriteCapacityUnits', 'Sum')],
      },
      ...(vpnId === undefined ? [] : [{ title: 'Tunnels', metrics: tunnels(vpnId) }]),
    ],
  };
}

const tunnels = (VpnId: string): readonly Charted[] =>
  [
    ['Maximum', 'one at least is up'],
    ['Minimum', 'both are up'],
  ].map(
    ([statistic = '', label = '']) =>
      new Metric({
        namespace: 'AWS/VPN',
        metricName: 'TunnelState',
        dimensionsMap: { VpnId },
        statistic,
        label,
      }),
  );
