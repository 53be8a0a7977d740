import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../lambdas/environment.ts';
import type { EncryptionKeys } from '../constructs/encryption-keys.ts';
import type { RecoveryFunction } from '../constructs/recovery-function.ts';
import { ServiceAlarms } from '../constructs/service-alarms.ts';
import { ServiceDashboard } from '../constructs/service-dashboard.ts';
import { FUNCTION_PLANS } from '../function-plans.ts';
import type { Settings } from '../settings.ts';
import type { ServiceStack } from './service-stack.ts';

export interface WatchStackProps extends StackProps {
  readonly settings: Settings;
  readonly service: ServiceStack;
  readonly keys: EncryptionKeys;
}

/** What watches: the dashboard, the alarms and whom they tell. May go without harm to anything. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, { ...props, description: 'Latchkey: dashboard and alarms' });
    const { settings, service, keys } = props;
    const { alarmEmail, runbook } = settings.watch;
    const topic = new Topic(this, 'Alarms', {
      displayName: `Latchkey ${settings.name}`,
      masterKey: keys.operations,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(this.alarmsMayPublish(topic));
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
    const functions = Object.values(service.functions);
    const deadLetters = service.wakeUps.deadLetters.metricApproximateNumberOfMessagesVisible({
      label: 'dead letters',
    });
    const { alarms } = new ServiceAlarms(this, 'ServiceAlarms', {
      topic,
      runbook,
      functionErrors: errorsOf(functions.filter(({ name }) => answersRequests(name))),
      backgroundErrors: errorsOf(functions.filter(({ name }) => !answersRequests(name))),
      deadLetters,
    });
    const name = `Latchkey-${settings.name}`;
    const { rest } = service.api;
    new ServiceDashboard(this, 'Dashboard', { name, runbook, alarms, rest, functions, deadLetters });
    new CfnOutput(this, 'DashboardUrl', {
      description: 'The page to look at',
      value: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards/dashboard/${name}`,
    });
    new CfnOutput(this, 'AlarmTopic', { description: 'Where alarms go', value: topic.topicArn });
  }

  /** Said outright: the policy that enforces TLS replaces the one that lets an account's own alarms in. */
  private alarmsMayPublish({ topicArn }: Topic): PolicyStatement {
    return new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    });
  }
}

const answersRequests = (name: FunctionName): boolean => FUNCTION_PLANS[name].woken.startsWith('by requests');

function errorsOf(functions: readonly RecoveryFunction[]): IMetric {
  const each = functions.map(({ lambda }, index) => [`m${index}`, lambda.metricErrors()] as const);
  return new MathExpression({
    expression: each.map(([id]) => id).join(' + '),
    usingMetrics: Object.fromEntries(each),
    period: Duration.minutes(5),
    label: 'errors',
  });
}
