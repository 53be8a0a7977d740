import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { dynamoPostActionQueue } from '../../adapters/dynamodb/post-action-queue.ts';
import { outsideSecret } from '../../adapters/secrets-manager/outside-secret.ts';
import { snsEventDesk } from '../../adapters/sns/event-desk.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { webhooksFrom } from '../../adapters/webhooks/webhooks-from.ts';
import { environmentOf, tablesFrom, topicOf } from '../environment.ts';
import { observability } from '../observability.ts';
import { tellOutsideRun } from './run.ts';

// Powers: the queue of post actions, the trail, the webhooks' secrets, the topic. No directory, no person's data but what a job says.
export const POWERS = {
  flows: [
    'dynamodb:DeleteItem post-action',
    'dynamodb:GetItem post-action',
    'dynamodb:UpdateItem post-action',
  ],
  'flows by outbox': ['dynamodb:Query post-action:outside'],
  'stream of flows': [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
  'topic of changes': ['sns:Publish'],
  trail: ['dynamodb:PutItem events'],
  'webhook secrets': ['secretsmanager:GetSecretValue'],
} as const;

const { meter, journal, layers } = observability('post-actions');
const environment = environmentOf('post-actions');
const secrets = new SecretsManagerClient({});

const ports = {
  postActions: dynamoPostActionQueue(new DynamoDBClient({}), tablesFrom(environment)),
  webhooks: webhooksFrom(
    environment.read('LATCHKEY_WEBHOOKS'),
    (secretId) => outsideSecret(secrets, secretId, clock),
    clock,
  ),
  events: snsEventDesk(new SNSClient({}), topicOf(environment.read('LATCHKEY_EVENTS_TOPIC'))),
  random: systemRandom(),
  clock,
};

/** Woken by the flows table's stream and, should that fail, every minute. */
export const handler = middy().use(layers).handler(tellOutsideRun(ports, { meter, journal }));
