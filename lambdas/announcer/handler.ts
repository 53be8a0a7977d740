import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { directoryAcross } from '../../adapters/active-directory/across/across-domains.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoEnrollmentStore } from '../../adapters/dynamodb/enrollment-store.ts';
import { dynamoOutbox } from '../../adapters/dynamodb/outbox.ts';
import { dynamoTrail } from '../../adapters/dynamodb/trail.ts';
import { kmsSealer } from '../../adapters/kms/sealer.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { domainsFrom, joinedWith } from '../domains-from.ts';
import { configurationFrom, environmentOf, tablesFrom } from '../environment.ts';
import { observability } from '../observability.ts';
import { announceRun } from './run.ts';

// Powers: read enrollments and the directory (data proxy), queue letters, write the trail, seal.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  'credentials key': ['kms:Decrypt'],
  'data proxy secrets': ['secretsmanager:GetSecretValue'],
  enrollments: ['dynamodb:GetItem', 'dynamodb:Scan'],
  flows: ['dynamodb:PutItem errand'],
  'seal key': ['kms:GenerateDataKey'],
  trail: ['dynamodb:PutItem events'],
} as const;

const { journal, meter, layers } = observability('announcer');
const environment = environmentOf('announcer');
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});
const secrets = new SecretsManagerClient({});
const domains = joinedWith(
  domainsFrom(environment, journal, meter),
  environment.read('LATCHKEY_DATA_PROXY_SECRETS'),
  (secretId) => secretCredentials(secrets, secretId, clock),
);

const ports = {
  directory: directoryAcross(domains),
  enrollments: dynamoEnrollmentStore(store, tables),
  configuration: rememberedConfiguration(
    dynamoConfigurationStore(store, tables, configurationFrom(environment)),
    clock,
    60_000,
  ),
  outbox: dynamoOutbox(store, tables),
  sealer: kmsSealer(new KMSClient({}), environment.read('LATCHKEY_SEAL_KEY')),
  trail: dynamoTrail(store, tables),
  random: systemRandom(),
  clock,
};

/** Woken every hour; a run that is cut short is gone on with by the next one. */
export const handler = middy().use(layers).handler(announceRun(ports, meter));
