import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmBase,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmPlan, Severity } from '../watch/alarm-plan.ts';
import { type AlarmName, ALARMS } from '../watch/alarms.ts';
import { alarmPrefix } from '../watch/our-alarms.ts';
import type { OwnMetrics } from '../watch/own-metrics.ts';
import type { Read, Reads } from '../watch/reads.ts';

export interface ServiceAlarmsProps {
  readonly environment: string;
  readonly topics: Readonly<Record<Severity, ITopic>>;
  /** Where the runbook is. */
  readonly runbook: string;
  readonly own: OwnMetrics;
  readonly hasCanary: boolean;
  /** What the alarms read that ask for no sum of ours; one that is read nowhere is not made. */
  readonly platform: Reads;
}

/** Who has the same cause: it is waited for that long, and listened to that long after its end. */
const WAIT = Duration.minutes(5);

/** The alarms. Each tells the topic of its severity when it starts and when it ends. */
export class ServiceAlarms extends Construct {
  /** Those that ring, by name. */
  readonly alarms = new Map<string, AlarmBase>();

  constructor(scope: Construct, id: string, props: ServiceAlarmsProps) {
    super(scope, id);
    // Whoever others are quiet for comes first.
    const names = Object.keys(ALARMS) as AlarmName[];
    const first: readonly AlarmName[] = ['TunnelsDown', 'DirectoryDown'];
    for (const name of [...first, ...names.filter((one) => !first.includes(one))]) this.alarmsOf(name, props);
  }

  private alarmsOf(name: AlarmName, props: ServiceAlarmsProps): void {
    const read = readBy(name, props);
    if (read === undefined) return;
    if (isMetric(read)) this.ring(name, name, read, props);
    else for (const [part, metric] of Object.entries(read)) this.ring(name, `${name}-${part}`, metric, props);
  }

  private ring(name: AlarmName, called: string, metric: IMetric, props: ServiceAlarmsProps): void {
    const plan: AlarmPlan = ALARMS[name];
    const { environment, topics, runbook } = props;
    const alarmName = `${alarmPrefix(environment)}${plan.severity}-${called}`;
    const alarmDescription = `${plan.impact} First step: ${plan.firstStep} Runbook: ${runbook}#${name.toLowerCase()}`;
    const suppressor = plan.quietDuring && this.alarms.get(plan.quietDuring);
    const alarm = new Alarm(this, called, {
      ...conditionOf(plan, metric),
      alarmName: suppressor ? `${alarmName}-seen` : alarmName,
      alarmDescription,
    });
    const ringing = suppressor
      ? this.quieted(called, alarm, suppressor, { alarmName, alarmDescription })
      : alarm;
    ringing.addAlarmAction(new SnsAction(topics[plan.severity]));
    ringing.addOkAction(new SnsAction(topics[plan.severity]));
    this.alarms.set(called, ringing);
  }

  /** Only an alarm made of others can be quiet while another one rings. */
  private quieted(
    called: string,
    alarm: Alarm,
    actionsSuppressor: AlarmBase,
    told: { readonly alarmName: string; readonly alarmDescription: string },
  ): CompositeAlarm {
    return new CompositeAlarm(this, `${called}Unless`, {
      ...told,
      compositeAlarmName: told.alarmName,
      alarmRule: AlarmRule.fromAlarm(alarm, AlarmState.ALARM),
      actionsSuppressor,
      actionsSuppressorWaitPeriod: WAIT,
      actionsSuppressorExtensionPeriod: WAIT,
    });
  }
}

function readBy(name: AlarmName, { own, platform, hasCanary }: ServiceAlarmsProps): Read {
  const { asked, minutes = 5, needs }: AlarmPlan = ALARMS[name];
  if (needs === 'canary' && !hasCanary) return undefined;
  if (!asked) return platform[name];
  const { where } = asked;
  return own.asked(asked.metric, {
    ...(where && { where }),
    ...(asked.statistic && { statistic: asked.statistic }),
    period: Duration.minutes(minutes),
  });
}

const conditionOf = (
  { from, below, lasting, enough = lasting, silenceRings }: AlarmPlan,
  metric: IMetric,
) => ({
  metric,
  threshold: from,
  evaluationPeriods: lasting,
  datapointsToAlarm: enough,
  comparisonOperator: below
    ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
    : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  treatMissingData: silenceRings ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
});

const isMetric = (read: NonNullable<Read>): read is IMetric => 'toMetricConfig' in read;
