import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionName } from '../../lambdas/environment.ts';
import type { AlarmName } from '../constructs/alarm-plans.ts';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';
import { answersRequests } from '../function-plans.ts';
import type { OwnMetrics } from './own-metrics.ts';
import { over, summed } from './summed.ts';
import { tableMetric } from './table-metric.ts';
import type { Watched } from './watched.ts';

/** What an alarm reads: one metric, several that each ring by themselves, by a name for each, or none in this deployment. */
export type Read = IMetric | Readonly<Record<string, IMetric>> | undefined;
type Reads = Readonly<Partial<Record<AlarmName, Read>>>;

const HOUR = Duration.hours(1);
const DAY = Duration.days(1);

/** What the alarms read that do not simply ask for a sum of ours. */
export const platformMetrics = (watched: Watched, own: OwnMetrics): Reads => ({
  ...ofFunctions(watched.functions, watched),
  ...ofSilence(watched, own),
  ...ofTheDoor(watched),
  ...ofTheStore(watched),
  ...ofTheWay(watched),
  ...ofMessages(own),
  HealthBroken: own.exactly('HealthChecked', 'doctor', { state: 'broken' }, { period: HOUR }),
});

function ofFunctions(functions: readonly RecoveryFunction[], { reserved }: Watched): Reads {
  const asked = functions.filter(({ name }) => answersRequests(name));
  const woken = functions.filter(({ name }) => !answersRequests(name));
  const held = functions.filter(({ name }) => reserved[name] !== undefined);
  const errors = (of: readonly RecoveryFunction[]) =>
    summed(
      of.map(({ lambda }) => lambda.metricErrors()),
      'errors',
    );
  return {
    FunctionErrors: errors(asked),
    BackgroundErrors: errors(woken),
    FunctionsThrottled: summed(
      asked.map(({ lambda }) => lambda.metricThrottles()),
      'throttled',
    ),
    ConcurrencyHigh: over(
      held.map(({ lambda }) => lambda.metric('ConcurrentExecutions', { statistic: 'Maximum' })),
      (ids) =>
        `MAX([${ids.map((id, at) => `100 * FILL(${id}, 0) / ${shareAt(held, reserved, at)}`).join(', ')}])`,
      'percent of what it may',
    ),
  };
}

const shareAt = (held: readonly RecoveryFunction[], reserved: Watched['reserved'], at: number): number => {
  const name = held[at]?.name;
  return (name && reserved[name]) ?? 1;
};

/** Of what is woken by the clock: how often it came to its end. */
function ofSilence({ hasCanary, actAfterChanges }: Watched, own: OwnMetrics): Reads {
  const runs = (names: readonly FunctionName[], period: Duration) =>
    Object.fromEntries(names.map((name) => [name, own.exactly('BackgroundRan', name, {}, { period })]));
  return {
    BackgroundSilent: runs(everyMinute, Duration.minutes(15)),
    BackgroundLate: {
      ...runs(
        ['announcer', ...(hasCanary ? (['canary'] as const) : []), ...actAfterChanges],
        Duration.hours(3),
      ),
      ...runs(['doctor', 'pre-flight'], DAY),
    },
    TrailUnsealed: own.exactly(
      'TrailSealed',
      'trail-sealer',
      {},
      { period: Duration.minutes(15), statistic: 'SampleCount' },
    ),
  };
}

function ofTheDoor({ portal, certificates }: Watched): Reads {
  return {
    // Of a handful of requests one that fails would be a fifth.
    ApiFailing: new MathExpression({
      expression: 'IF(errors >= 5, 100 * errors / requests, 0)',
      usingMetrics: {
        errors: portal.metricServerError({ statistic: 'Sum' }),
        requests: portal.metricCount({ statistic: 'Sum' }),
      },
      label: 'percent of requests',
    }),
    ApiSlow: portal.metricLatency({ statistic: 'p95' }),
    CertificateEnding: Object.fromEntries(
      Object.entries(certificates).map(([door, CertificateArn]) => [
        door,
        new Metric({
          namespace: 'AWS/CertificateManager',
          metricName: 'DaysToExpiry',
          dimensionsMap: { CertificateArn },
          statistic: 'Minimum',
          period: DAY,
        }),
      ]),
    ),
  };
}

function ofTheStore({ tables, deadLetters, backupVaultName }: Watched): Reads {
  const named = Object.values(tables).map(({ tableName }) => tableName);
  return {
    StoreFailing: new MathExpression({
      expression: `SELECT SUM(SystemErrors) FROM SCHEMA("AWS/DynamoDB", Operation, TableName) WHERE ${named.map((name) => `TableName = '${name}'`).join(' OR ')}`,
      usingMetrics: {},
      label: 'errors of DynamoDB',
    }),
    StoreThrottled: summed(
      Object.values(tables).flatMap((table) =>
        (['ReadThrottleEvents', 'WriteThrottleEvents'] as const).map((name) =>
          tableMetric(table, name, { statistic: 'Sum' }),
        ),
      ),
      'turned away',
    ),
    DeadLetters: summed(
      deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
      'dead letters',
    ),
    DeadLettersOld: over(
      deadLetters.map((queue) => queue.metricApproximateAgeOfOldestMessage({ period: HOUR })),
      (ids) => `MAX([${ids.map((id) => `FILL(${id}, 0)`).join(', ')}])`,
      'age of the oldest, in seconds',
      HOUR,
    ),
    BackupFailed:
      backupVaultName === undefined
        ? undefined
        : new Metric({
            namespace: 'AWS/Backup',
            metricName: 'NumberOfBackupJobsFailed',
            dimensionsMap: { BackupVaultName: backupVaultName },
            statistic: 'Sum',
            period: HOUR,
          }),
  };
}

/** Both tunnels report under the connection: its largest value is 0 when both are down, its smallest when one is. */
function ofTheWay({ vpnId }: Watched): Reads {
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

function ofMessages(own: OwnMetrics): Reads {
  const reputation = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Maximum', period: HOUR });
  return {
    MailBounces: reputation('Reputation.BounceRate'),
    MailComplaints: reputation('Reputation.ComplaintRate'),
    TextBudgetLow: new MathExpression({
      expression: '100 * texts / budget',
      usingMetrics: {
        texts: own.exactly('TextSent', 'outbox-sender', {}, { period: DAY }),
        budget: own.exactly(
          'TextBudget',
          'outbox-sender',
          { window: 'day' },
          { period: DAY, statistic: 'Maximum' },
        ),
      },
      period: DAY,
      label: "percent of a day's texts",
    }),
  };
}
