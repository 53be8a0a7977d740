import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { attributeDeskAcross } from '../../adapters/active-directory/across/attribute-desk-across.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoPostActionQueue } from '../../adapters/dynamodb/post-action-queue.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { domainsFrom, joinedWhereNamed } from '../domains-from.ts';
import { configurationFrom, environmentOf, tablesFrom } from '../environment.ts';
import { observability } from '../observability.ts';
import { writeAttributesRun } from './run.ts';

// Powers: the queue of post actions, the trail, the configuration, the attribute writers' accounts. Nothing outside the VPC.
export const POWERS = {
  'attribute writer secrets': ['secretsmanager:GetSecretValue'],
  configuration: ['dynamodb:Query configuration'],
  flows: [
    'dynamodb:DeleteItem post-action',
    'dynamodb:GetItem post-action',
    'dynamodb:UpdateItem post-action',
  ],
  'flows by outbox': ['dynamodb:Query post-action:directory'],
  trail: ['dynamodb:PutItem events'],
} as const;

const { meter, journal, layers } = observability('attribute-writer');
const environment = environmentOf('attribute-writer');
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});
const secrets = new SecretsManagerClient({});
const domains = joinedWhereNamed(
  domainsFrom(environment, journal, meter),
  environment.read('LATCHKEY_ATTRIBUTE_WRITER_SECRETS'),
  (secretId) => secretCredentials(secrets, secretId, clock),
);

const ports = {
  postActions: dynamoPostActionQueue(store, tables),
  attributes: attributeDeskAcross(domains),
  configuration: rememberedConfiguration(
    dynamoConfigurationStore(store, tables, configurationFrom(environment)),
    clock,
    60_000,
  ),
  random: systemRandom(),
  clock,
};

/** Woken every minute: the stream of the table has its two readers already. */
export const handler = middy().use(layers).handler(writeAttributesRun(ports, { meter, journal }));
