import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, type MetricName } from '../../lambdas/metrics.ts';
import { type AlarmName, type AlarmPlan, ALARMS } from './alarm-plans.ts';

export interface ServiceAlarmsProps {
  readonly topic: ITopic;
  /** Where the runbook is. */
  readonly runbook: string;
  /** Of the functions that answer requests, and of all others: an alarm adds up ten metrics at most. */
  readonly functionErrors: IMetric;
  readonly backgroundErrors: IMetric;
  readonly deadLetters: IMetric;
}

const FIVE_MINUTES = Duration.minutes(5);

/** The alarms that wake somebody. All tell the one topic, when they start and when they end. */
export class ServiceAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: ServiceAlarmsProps) {
    super(scope, id);
    const own: Partial<Record<AlarmName, IMetric>> = {
      HealthBroken: new Metric({
        namespace: METRIC_NAMESPACE,
        metricName: 'HealthChecked' satisfies MetricName,
        // As the doctor counts it. Not asked for with SELECT, which looks back three hours at most.
        dimensionsMap: { service: 'doctor', state: 'broken' },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
      FunctionErrors: props.functionErrors,
      BackgroundErrors: props.backgroundErrors,
      DeadLetters: props.deadLetters,
    };
    this.alarms = (Object.keys(ALARMS) as AlarmName[]).map((name) =>
      this.alarm(name, own[name] ?? counted(name), props),
    );
  }

  private alarm(name: AlarmName, metric: IMetric, { topic, runbook }: ServiceAlarmsProps): Alarm {
    const { from, lasting, enough = lasting, impact, firstStep }: AlarmPlan = ALARMS[name];
    const alarm = new Alarm(this, name, {
      metric,
      threshold: from,
      evaluationPeriods: lasting,
      datapointsToAlarm: enough,
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
