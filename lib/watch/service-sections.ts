import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../../lambdas/metrics.ts';
import { machineSections } from './machine-sections.ts';
import type { OwnMetrics } from './own-metrics.ts';
import type { Section } from './section.ts';
import type { Watched } from './watched.ts';

const HOUR = Duration.hours(1);

/** What an operator on call looks at: how people fare on top, then what stands in their way, the machines below. */
export const serviceSections = (own: OwnMetrics, watched: Watched): readonly Section[] => [
  people(own),
  trouble(own),
  directory(own),
  messages(own),
  ...machineSections(own, watched),
];

const totals = (own: OwnMetrics, names: readonly MetricName[]) => names.map((name) => own.total(name));

function people(own: OwnMetrics): Section {
  const made = (['Unlocked', 'PasswordReset'] as const).map((name) => own.total(name, name, HOUR));
  const success = new MathExpression({
    expression: '100 * SUM([unlocked, reset]) / proven',
    usingMetrics: Object.fromEntries(
      [...made, own.total('RecoveryProven', 'proven', HOUR)].map((metric, at) => [
        ['unlocked', 'reset', 'proven'][at],
        metric,
      ]),
    ),
    period: HOUR,
    label: 'of those who proved themselves',
  });
  return {
    title: 'People, by the hour',
    good: 'Proven follows started at a steady share, and nearly all who are proven are helped. Whoever starts and proves nothing is mostly a mistyped name.',
    graphs: [
      {
        title: 'Started, proven, helped',
        metrics: [
          ...(['RecoveryStarted', 'RecoveryProven'] as const).map((name) => own.total(name, name, HOUR)),
          ...made,
          own.total('PasswordChanged', 'PasswordChanged', HOUR),
          own.total('PasswordSent', 'PasswordSent', HOUR),
        ],
      },
      {
        title: 'Helped',
        metrics: [success],
        unit: 'percent',
        thresholds: [{ value: 90, label: 'below this, look at what hinders proven people' }],
      },
      {
        title: 'Seconds to a usable password (canary)',
        metrics: [
          own.latest('SecondsToUsablePassword', 'seconds', HOUR),
          own.each('CanaryFailed', 'step', HOUR),
        ],
        unit: 'seconds; failures',
        thresholds: [{ value: 60, label: 'CanarySlow rings' }],
      },
    ],
  };
}

const trouble = (own: OwnMetrics): Section => ({
  title: 'What stands in their way',
  good: 'All of it at none, but for a password now and then that is too weak.',
  graphs: [
    {
      title: 'What broke, by code',
      metrics: [own.each('ServiceProblem', 'code')],
      thresholds: [{ value: 3, label: 'ServiceProblem or DirectoryDown rings' }],
    },
    {
      title: 'Changes that went wrong',
      metrics: totals(own, [
        'OutcomeUnknown',
        'LeftoverWaiting',
        'LeftoverSettled',
        'NotPermitted',
        'PasswordRefused',
      ]),
    },
    { title: 'Proven, and not helped, by obstacle', metrics: [own.each('RepairRefused', 'obstacle')] },
  ],
});

const directory = (own: OwnMetrics): Section => ({
  title: 'The way to the directory',
  good: 'No domain controller is passed over; the nightly visit finds nothing broken. Which controller it was is in the journal.',
  graphs: [
    {
      title: 'Domain controllers passed over, by failure',
      metrics: [own.each('ControllerPassedOver', 'code')],
    },
    {
      title: 'The same by domain, and too busy',
      metrics: [own.each('ControllerPassedOver', 'domain'), own.each('DirectoryBusy', 'domain')],
    },
    {
      title: 'What the doctor found; our own accounts',
      metrics: [
        own.each('HealthChecked', 'state'),
        own.each('SecretRotated', 'role'),
        own.each('RotationFailed', 'role'),
      ],
    },
  ],
});

function messages(own: OwnMetrics): Section {
  const hourly = (names: readonly MetricName[]) => names.map((name) => own.total(name, name, HOUR));
  return {
    title: 'Messages, by the hour',
    good: 'Sent follows queued within a minute, and nothing fails. Dropped ones are mostly of names that nobody has.',
    graphs: [
      {
        title: 'Codes, e-mails and texts',
        metrics: [
          own.each('CodeSent', 'method', HOUR),
          ...hourly(['MessageSent', 'MessageDropped', 'MessageFailed']),
        ],
      },
      {
        title: 'Texts against the budget of the hour',
        metrics: [
          own.total('TextSent', 'TextSent', HOUR),
          own.each('TextDropped', 'reason', HOUR),
          own
            .exactly(
              'TextBudget',
              'outbox-sender',
              { window: 'hour' },
              { period: HOUR, statistic: 'Maximum' },
            )
            .with({ label: 'may be sent in an hour' }),
        ],
      },
      {
        title: 'After a change',
        metrics: [
          own.each('PostActionDone', 'kind', HOUR),
          ...hourly(['PostActionFailed', 'PostActionGivenUp']),
        ],
      },
    ],
  };
}
