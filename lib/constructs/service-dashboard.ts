import { Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  PeriodOverride,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, type MetricName } from '../../lambdas/metrics.ts';
import type { RecoveryFunction } from './recovery-function.ts';

export interface ServiceDashboardProps {
  readonly name: string;
  readonly runbook: string;
  readonly alarms: readonly Alarm[];
  readonly rest: RestApi;
  readonly functions: readonly RecoveryFunction[];
  readonly deadLetters: IMetric;
}

/** What people do and get, then what stands in their way; every metric there is has its line. */
const STORY: readonly (readonly (readonly [string, readonly MetricName[]])[])[] = [
  [
    ['Recoveries started', ['RecoveryStarted', 'StrangerStarted', 'StartRefused']],
    ['Proofs', ['CodeSent', 'ProofAccepted', 'ProofRefused', 'ProofUnavailable', 'ProofThrottled']],
    [
      'Outcomes',
      ['Unlocked', 'PasswordReset', 'PasswordSent', 'PasswordChanged', 'PasswordRefused', 'RepairRefused'],
    ],
  ],
  [
    [
      'Problems',
      [
        'ServiceProblem',
        'OutcomeUnknown',
        'NotPermitted',
        'PrivilegedAttempt',
        'LeftoverSettled',
        'LeftoverWaiting',
      ],
    ],
    ['After a change', ['PostActionDone', 'PostActionFailed', 'PostActionGivenUp']],
    ['Messages', ['MessageSent', 'MessageDropped', 'MessageFailed', 'TextSent', 'TextDropped']],
    [
      'Administration',
      [
        'AdministratorSignedIn',
        'AdministratorRefused',
        'ConfigurationPublished',
        'RegistrationRevoked',
        'ReminderQueued',
      ],
    ],
  ],
  [
    ['On hold', ['SelfServiceFrozen', 'SelfServiceUnfrozen']],
    ['Domain controllers', ['ControllerPassedOver', 'DirectoryBusy']],
    ['Health and our own accounts', ['HealthChecked', 'PreFlightJudged', 'SecretRotated', 'RotationFailed']],
    ['Enrollment', ['SignedIn', 'SignInRefused', 'MethodRegistered', 'MethodRemoved', 'BadRequest']],
  ],
];

/** The one page to look at: how people fare on top, the machines below. All times are UTC. */
export class ServiceDashboard extends Construct {
  constructor(scope: Construct, id: string, props: ServiceDashboardProps) {
    super(scope, id);
    new Dashboard(this, 'Dashboard', {
      dashboardName: props.name,
      defaultInterval: Duration.hours(12),
      periodOverride: PeriodOverride.INHERIT,
      widgets: [
        [
          explanation(props.runbook),
          new AlarmStatusWidget({ title: 'Alarms', alarms: [...props.alarms], width: 12, height: 4 }),
        ],
        ...STORY.map((row) => row.map(([title, names]) => graph(title, names.map(counted)))),
        [problemsByCode(), ...apiGraphs(props.rest)],
        functionGraphs(props),
      ],
    });
  }
}

const graph = (title: string, left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: 8, height: 6, leftYAxis: { min: 0 }, period: Duration.minutes(5) });

const explanation = (runbook: string): IWidget =>
  new TextWidget({
    width: 12,
    height: 4,
    markdown: [
      '**When all is well**, outcomes follow starts at a steady share, *Problems* stays at zero, and messages are sent within seconds.',
      'Strangers and refused proofs at a low, steady rate are mistyped names and forgotten answers; a sudden rise is somebody trying.',
      `What to do for each alarm: [runbook](${runbook}).`,
    ].join('\n\n'),
  });

/** Summed over all functions and dimensions. */
const counted = (name: MetricName): IMetric =>
  new MathExpression({
    expression: `SUM(SEARCH('Namespace="${METRIC_NAMESPACE}" MetricName="${name}"', 'Sum', 300))`,
    usingMetrics: {},
    label: name,
  });

const problemsByCode = (): IWidget =>
  graph('What broke', [
    new MathExpression({
      expression: `SEARCH('{${METRIC_NAMESPACE},code,service} MetricName="ServiceProblem"', 'Sum', 300)`,
      usingMetrics: {},
      label: '',
    }),
  ]);

const apiGraphs = (rest: RestApi): IWidget[] => [
  graph('Requests and refusals', [
    rest.metricCount({ label: 'requests' }),
    rest.metricClientError({ label: '4xx', statistic: 'Sum' }),
    rest.metricServerError({ label: '5xx', statistic: 'Sum' }),
  ]),
  graph('Time to answer (ms)', [
    rest.metricLatency({ label: 'half of all', statistic: 'p50' }),
    rest.metricLatency({ label: '95 of 100', statistic: 'p95' }),
  ]),
];

function functionGraphs({ functions, deadLetters }: ServiceDashboardProps): IWidget[] {
  const each = (metric: (made: RecoveryFunction) => IMetric) => functions.map(metric);
  return [
    graph('Crashes and timeouts', [
      ...each(({ lambda, name }) => lambda.metricErrors({ label: name })),
      deadLetters,
    ]),
    graph(
      'Held back',
      each(({ lambda, name }) => lambda.metricThrottles({ label: name })),
    ),
    graph(
      'Time of a run (ms, 95 of 100)',
      each(({ lambda, name }) => lambda.metricDuration({ label: name, statistic: 'p95' })),
    ),
  ];
}
