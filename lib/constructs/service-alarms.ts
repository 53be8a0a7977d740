import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, type MetricName } from '../../lambdas/metrics.ts';

/** One alarm: when it rings, what it means for people, and what to do first. Its name is its heading in the runbook. */
interface AlarmPlan {
  readonly metric?: MetricName;
  /** Events in five minutes. */
  readonly from: number;
  /** In how many stretches of five minutes running. */
  readonly lasting: number;
  readonly impact: string;
  readonly firstStep: string;
}

export const ALARMS = {
  ServiceProblem: {
    metric: 'ServiceProblem',
    from: 3,
    lasting: 1,
    impact: 'People are told that the service has a problem; nothing was changed.',
    firstStep: 'Read the code on the dashboard: directory, store, keys, secrets or messages.',
  },
  OutcomeUnknown: {
    metric: 'OutcomeUnknown',
    from: 1,
    lasting: 1,
    impact: 'Somebody was told that their change may or may not have happened.',
    firstStep: 'Wait for the sweeper, which looks at the same domain controller within minutes.',
  },
  LeftoverWaiting: {
    metric: 'LeftoverWaiting',
    from: 1,
    lasting: 3,
    impact: 'A change cannot be settled, as its domain controller does not answer.',
    firstStep: 'Bring that domain controller back; nothing is repeated.',
  },
  PrivilegedAttempt: {
    metric: 'PrivilegedAttempt',
    from: 1,
    lasting: 1,
    impact: 'Somebody tried to recover a privileged account, and was refused.',
    firstStep: 'Find the source in the journal of verify; warn the owner of the account.',
  },
  NotPermitted: {
    metric: 'NotPermitted',
    from: 1,
    lasting: 1,
    impact: 'Proven people cannot be helped: the directory refuses the self-service account.',
    firstStep: 'Look at the delegation on the OU of the person.',
  },
  FunctionErrors: {
    from: 1,
    lasting: 1,
    impact: 'A request or a wake-up died in a crash or a timeout.',
    firstStep: 'Open the log group of the function that has errors on the dashboard, newest first.',
  },
  DeadLetters: {
    from: 1,
    lasting: 1,
    impact: 'A wake-up of the sender or the sweeper failed for good; the next minute tries again.',
    firstStep: 'Read a message of the queue: it names the function and the reason.',
  },
} as const satisfies Readonly<Record<string, AlarmPlan>>;
export type AlarmName = keyof typeof ALARMS;

export interface ServiceAlarmsProps {
  readonly topic: ITopic;
  /** Where the runbook is. */
  readonly runbook: string;
  readonly functionErrors: IMetric;
  readonly deadLetters: IMetric;
}

const FIVE_MINUTES = Duration.minutes(5);

/** The alarms that wake somebody. All tell the one topic, when they start and when they end. */
export class ServiceAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: ServiceAlarmsProps) {
    super(scope, id);
    const own: Partial<Record<AlarmName, IMetric>> = {
      FunctionErrors: props.functionErrors,
      DeadLetters: props.deadLetters,
    };
    this.alarms = (Object.keys(ALARMS) as AlarmName[]).map((name) =>
      this.alarm(name, own[name] ?? counted(name), props),
    );
  }

  private alarm(name: AlarmName, metric: IMetric, { topic, runbook }: ServiceAlarmsProps): Alarm {
    const { from, lasting, impact, firstStep }: AlarmPlan = ALARMS[name];
    const alarm = new Alarm(this, name, {
      metric,
      threshold: from,
      evaluationPeriods: lasting,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} First step: ${firstStep} Runbook: ${runbook}#${name.toLowerCase()}`,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
    return alarm;
  }
}

/** A count over all functions and dimensions: an alarm cannot search, but it can ask. */
function counted(name: AlarmName): MathExpression {
  const { metric }: AlarmPlan = ALARMS[name];
  return new MathExpression({
    expression: `SELECT SUM(${metric ?? name}) FROM "${METRIC_NAMESPACE}"`,
    usingMetrics: {},
    period: FIVE_MINUTES,
    label: name,
  });
}
