import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { CentralStore } from './central-store.ts';
import type { RecoveryFunction } from './recovery-function.ts';
import { FLOW_ROWS } from './store-grants.ts';

type AfterChanges = Readonly<Record<'post-actions' | 'attribute-writer', RecoveryFunction>>;

/** What wakes the functions that no request wakes, and the queue that keeps what failed for good. */
export class WakeUps extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'It is itself the queue for what failed; an alarm watches it.',
    });
  }

  /** Wakes a function every minute. What fails is left to the next minute, and noted. */
  everyMinute(worker: RecoveryFunction): void {
    this.every(worker, 'EveryMinute', Duration.minutes(1));
  }

  /** Likewise every five minutes. */
  everyFiveMinutes(worker: RecoveryFunction): void {
    this.every(worker, 'EveryFiveMinutes', Duration.minutes(5));
  }

  /** Likewise every hour. */
  everyHour(worker: RecoveryFunction): void {
    this.every(worker, 'EveryHour', Duration.hours(1));
  }

  /** Once a night, at half past one UTC. */
  everyNight(worker: RecoveryFunction): void {
    this.at(worker, 'EveryNight', Schedule.cron({ hour: '1', minute: '30' }));
  }

  /** Every quarter of an hour from two to six UTC: what one run leaves undone, the next goes on with. */
  throughTheNight(worker: RecoveryFunction): void {
    this.at(worker, 'ThroughTheNight', Schedule.cron({ hour: '2-5', minute: '0/15' }));
  }

  /**
   * Wakes what is done after a change, where there is anything to do. A stream has two readers at most: the sender, and who tells
   * others; the writer of attributes is woken by the clock alone.
   */
  afterChanges(
    { 'post-actions': teller, 'attribute-writer': writer }: AfterChanges,
    store: CentralStore,
    { outside, directory }: { readonly outside: boolean; readonly directory: boolean },
  ): void {
    if (outside) this.whenWritten(teller, store, ['postAction']);
    if (outside) this.everyMinute(teller);
    if (directory) this.everyMinute(writer);
  }

  /** Keeps the calls of a function that failed for good, when a service called it without waiting. Lambda tries twice more before. */
  keepFailuresOf(worker: RecoveryFunction): void {
    worker.live.configureAsyncInvoke({ onFailure: new SqsDestination(this.deadLetters) });
  }

  private every(worker: RecoveryFunction, id: string, interval: Duration): void {
    this.at(worker, id, Schedule.rate(interval));
  }

  private at(worker: RecoveryFunction, id: string, schedule: Schedule): void {
    worker.live.configureAsyncInvoke({
      maxEventAge: Duration.minutes(1),
      retryAttempts: 0,
      onFailure: new SqsDestination(this.deadLetters),
    });
    new Rule(this, `${worker.node.id}${id}`, {
      description: `Latchkey: wakes ${worker.name}`,
      schedule,
      targets: [
        new LambdaFunction(worker.live, {
          deadLetterQueue: this.deadLetters,
          maxEventAge: Duration.minutes(1),
          retryAttempts: 0,
        }),
      ],
    });
  }

  /** Wakes a function when such a row was written; unless said otherwise those that can carry messages, not counters, not what TTL cleans. */
  whenWritten(
    worker: RecoveryFunction,
    store: CentralStore,
    rows: readonly (keyof typeof FLOW_ROWS)[] = ['flow', 'session', 'errand'],
  ): void {
    const stream = store.tables.flows.tableStreamArn;
    if (stream === undefined) throw new Error('the flows table has no stream to wake the sender');
    worker.allow({
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [stream],
    });
    const carriers = rows.map((row) => ({ prefix: FLOW_ROWS[row].replace('*', '') }));
    new EventSourceMapping(this, `${worker.node.id}WhenWritten`, {
      target: worker.live,
      eventSourceArn: stream,
      startingPosition: StartingPosition.LATEST,
      batchSize: 100,
      retryAttempts: 2,
      maxRecordAge: Duration.minutes(5),
      onFailure: new SqsDlq(this.deadLetters),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { Keys: { pk: { S: carriers } } },
        }),
      ],
    });
  }
}
