import { Annotations, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { type WatchSettings, watchWarnings } from '../settings/watch-settings.ts';
import { SEVERITIES, type Severity } from '../watch/alarm-plan.ts';
import { ourAlarms } from '../watch/our-alarms.ts';
import { actingForUs } from './acting-for-us.ts';

export interface AlarmTopicsProps {
  readonly environment: string;
  readonly watch: WatchSettings;
  readonly key: IKey;
}

/** A topic for each severity, and whom it tells. */
export class AlarmTopics extends Construct {
  readonly topics: Readonly<Record<Severity, ITopic>>;

  constructor(scope: Construct, id: string, props: AlarmTopicsProps) {
    super(scope, id);
    const made = SEVERITIES.map((severity) => [severity, this.topicOf(severity, props)] as const);
    this.topics = Object.fromEntries(made) as Record<Severity, ITopic>;
    for (const warning of watchWarnings(props.watch))
      Annotations.of(this).addWarningV2('latchkey:nobody-paged', warning);
  }

  private topicOf(severity: Severity, { environment, watch, key }: AlarmTopicsProps): ITopic {
    const name = `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
    const topic = new Topic(this, name, {
      displayName: `Latchkey ${environment} ${severity}`,
      masterKey: key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(alarmsMayPublish(topic, environment));
    for (const place of toldOf(severity, watch))
      topic.addSubscription(
        place.startsWith('https://') ? new UrlSubscription(place) : new EmailSubscription(place),
      );
    return topic;
  }
}

const toldOf = (severity: Severity, watch: WatchSettings): readonly string[] => [
  ...new Set([...watch[severity], ...(watch.alarmEmail === undefined ? [] : [watch.alarmEmail])]),
];

/** Said outright: the policy that enforces TLS replaces the one that lets an account's own alarms in. */
const alarmsMayPublish = (topic: Topic, environment: string): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: actingForUs(Stack.of(topic), ourAlarms(environment)),
  });
