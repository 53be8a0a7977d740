import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../../lambdas/metrics.ts';
import type { OwnMetrics } from './own-metrics.ts';
import type { Section } from './section.ts';

const DAY = Duration.days(1);

/** What whoever runs IT looks at, day by day: who could help themselves, who does, and where they give up. */
export const adoptionSections = (own: OwnMetrics): readonly Section[] => [
  registered(own),
  helped(own),
  givenUp(own),
];

const daily = (own: OwnMetrics, names: readonly MetricName[]) =>
  names.map((name) => own.total(name, name, DAY));

const registered = (own: OwnMetrics): Section => ({
  title: 'Who could help themselves',
  good: 'The share rises to nine in ten within the first quarter, and stays. The nightly pre-flight counts it.',
  graphs: [
    {
      title: 'Registered, of those who are served',
      unit: 'percent',
      metrics: [
        new MathExpression({
          expression: '100 * registered / served',
          usingMetrics: {
            registered: own.latest('PeopleRegistered', 'registered', DAY),
            served: own.latest('PeopleServed', 'served', DAY),
          },
          period: DAY,
          label: 'registered',
        }),
      ],
      thresholds: [{ value: 90, label: 'what to aim at' }],
    },
    {
      title: 'People',
      metrics: [
        own.latest('PeopleServed', 'served', DAY),
        own.latest('PeopleRegistered', 'registered', DAY),
        own.latest('RegistrationDue', 'must register anew, or more', DAY),
      ],
    },
    { title: 'Would it work now? (pre-flight)', metrics: [own.each('PreFlightJudged', 'colour', DAY)] },
    {
      title: 'Registrations, by method',
      metrics: [
        own.each('MethodRegistered', 'method', DAY),
        ...daily(own, ['SignedIn', 'ReminderQueued', 'MethodRemoved']),
      ],
    },
  ],
});

const helped = (own: OwnMetrics): Section => ({
  title: 'Who does',
  good: 'Each is a call that the help desk did not get. Compare with its own count of resets for the share of all.',
  graphs: [
    {
      title: 'Helped themselves',
      metrics: daily(own, ['Unlocked', 'PasswordReset', 'PasswordChanged', 'PasswordSent']),
    },
    { title: 'Methods that held', metrics: [own.each('ProofAccepted', 'method', DAY)] },
    { title: 'Methods that did not hold', metrics: [own.each('ProofRefused', 'method', DAY)] },
  ],
});

function givenUp(own: OwnMetrics): Section {
  const of = (expression: string, label: string, names: Readonly<Record<string, MetricName>>) =>
    new MathExpression({
      expression,
      usingMetrics: Object.fromEntries(
        Object.entries(names).map(([id, name]) => [id, own.total(name, name, DAY)]),
      ),
      period: DAY,
      label,
    });
  return {
    title: 'Where they give up',
    good: 'The higher line is the step to make easier: before they are proven it is the methods, afterwards the new password or the account.',
    graphs: [
      {
        title: 'Left',
        metrics: [
          of('started - SUM([stranger, proven])', 'before they were proven', {
            started: 'RecoveryStarted',
            stranger: 'StrangerStarted',
            proven: 'RecoveryProven',
          }),
          of('proven - SUM([unlocked, reset])', 'between proof and outcome', {
            proven: 'RecoveryProven',
            unlocked: 'Unlocked',
            reset: 'PasswordReset',
          }),
        ],
      },
      { title: 'Not to be helped, by obstacle', metrics: [own.each('RepairRefused', 'obstacle', DAY)] },
      { title: 'Started and never known, by reason', metrics: [own.each('StrangerStarted', 'reason', DAY)] },
    ],
  };
}
