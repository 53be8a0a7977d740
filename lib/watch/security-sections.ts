import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../../lambdas/metrics.ts';
import { blockedRequests } from './blocked-requests.ts';
import type { OwnMetrics } from './own-metrics.ts';
import type { Charted, Section } from './section.ts';
import type { Watched } from './watched.ts';

/** What whoever is in charge of security looks at: who is trying, what is refused, and what administrators do. */
export const securitySections = (own: OwnMetrics, watched: Watched): readonly Section[] => [
  guessing(own),
  people(own),
  edge(own, watched),
];

const totals = (own: OwnMetrics, names: readonly MetricName[]) => names.map((name) => own.total(name));

const guessing = (own: OwnMetrics): Section => ({
  title: 'Who is trying',
  good: 'A low, steady rate: mistyped names, forgotten answers. A sudden rise, or a share of unknown names above a third, is somebody trying.',
  graphs: [
    {
      title: 'Proofs that did not hold, by method',
      metrics: [own.each('ProofRefused', 'method')],
      thresholds: [{ value: 100, label: 'GuessingRefused rings' }],
    },
    {
      title: 'Turned away: a budget was used up',
      metrics: totals(own, ['StartRefused', 'ProofThrottled', 'SignInRefused', 'TextDropped']),
    },
    {
      title: 'Names that can never be helped',
      unit: 'percent of all starts',
      metrics: [shareOfStrangers(own)],
    },
  ],
});

const shareOfStrangers = (own: OwnMetrics): Charted =>
  new MathExpression({
    expression: '100 * strangers / started',
    usingMetrics: {
      strangers: own.total('StrangerStarted', 'strangers', Duration.minutes(5)),
      started: own.total('RecoveryStarted', 'started', Duration.minutes(5)),
    },
    label: 'strangers',
  });

const people = (own: OwnMetrics): Section => ({
  title: 'Who is in danger, and who administers',
  good: 'Nobody privileged, nobody on hold without a call. Every version in force is one that somebody knows of.',
  graphs: [
    {
      title: 'Privileged accounts tried; strangers by reason',
      metrics: [own.total('PrivilegedAttempt'), own.each('StrangerStarted', 'reason')],
    },
    {
      title: 'On hold: "it was not me" (person), help desk',
      metrics: [own.each('SelfServiceFrozen', 'by'), own.total('SelfServiceUnfrozen')],
    },
    {
      title: 'Administrators',
      metrics: totals(own, [
        'AdministratorSignedIn',
        'AdministratorRefused',
        'ConfigurationPublished',
        'RegistrationRevoked',
      ]),
    },
  ],
});

const edge = (own: OwnMetrics, { portal, administration, webAcls }: Watched): Section => ({
  title: 'At the edge',
  good: 'Blocks come and go with the noise of the internet. Bad requests of one code, all at once, are a scanner or a broken client.',
  graphs: [
    {
      title: 'Blocked by the web application firewall',
      metrics: Object.entries(webAcls).map(([door, acl]) => blockedRequests(door, acl)),
      thresholds: [{ value: 100, label: 'FirewallBlocks rings' }],
    },
    {
      title: 'Refused by the doors (4xx)',
      metrics: [
        portal.metricClientError({ label: 'portal', statistic: 'Sum' }),
        administration.metricClientError({ label: 'administration', statistic: 'Sum' }),
      ],
    },
    { title: 'Bad requests, by code', metrics: [own.each('BadRequest', 'code')] },
    {
      title: 'Proofs elsewhere that were not to be had; rotations',
      metrics: [
        own.each('ProofUnavailable', 'method'),
        ...totals(own, ['SecretRotated', 'RotationFailed', 'RotationLate']),
      ],
    },
  ].filter(({ metrics }) => metrics.length > 0),
});
