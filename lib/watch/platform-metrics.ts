import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionName } from '../../lambdas/environment.ts';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';
import { answersRequests } from '../function-plans.ts';
import { blockedRequests } from './blocked-requests.ts';
import type { OwnMetrics } from './own-metrics.ts';
import type { Reads } from './reads.ts';
import { storeMetrics } from './store-metrics.ts';
import { over, summed } from './summed.ts';
import { tunnelMetrics } from './tunnel-metrics.ts';
import type { Watched } from './watched.ts';

const HOUR = Duration.hours(1);
const DAY = Duration.days(1);

/** What the alarms read that do not simply ask for a sum of ours. */
export const platformMetrics = (watched: Watched, own: OwnMetrics): Reads => ({
  ...ofFunctions(watched.functions, watched),
  ...ofSilence(watched, own),
  ...ofTheDoor(watched),
  ...storeMetrics(watched),
  ...tunnelMetrics(watched),
  ...ofMessages(own),
  HealthBroken: own.exactly('HealthChecked', 'doctor', { state: 'broken' }, { period: HOUR }),
  RotationLate: own.exactly('RotationLate', 'doctor', {}, { period: HOUR }),
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
function ofSilence({ hasCanary, everyMinute }: Watched, own: OwnMetrics): Reads {
  const runs = (names: readonly FunctionName[], period: Duration) =>
    Object.fromEntries(names.map((name) => [name, own.exactly('BackgroundRan', name, {}, { period })]));
  return {
    BackgroundSilent: runs(everyMinute, Duration.minutes(15)),
    BackgroundLate: runs(['announcer', ...(hasCanary ? (['canary'] as const) : [])], HOUR),
    NightlyLate: runs(['doctor', 'pre-flight'], HOUR),
    TrailUnsealed: own.exactly(
      'TrailSigned',
      'trail-sealer',
      {},
      { period: Duration.minutes(15), statistic: 'SampleCount' },
    ),
  };
}

function ofTheDoor({ portal, certificates, webAcls }: Watched): Reads {
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
    FirewallBlocks: Object.fromEntries(
      Object.entries(webAcls).map(([door, acl]) => [door, blockedRequests(door, acl)]),
    ),
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
