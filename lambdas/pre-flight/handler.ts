import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import { directoryAcross } from '../../adapters/active-directory/across/across-domains.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoEnrollmentStore } from '../../adapters/dynamodb/enrollment-store.ts';
import { dynamoHealthStore } from '../../adapters/dynamodb/health-store.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { domainsFrom, joinedWith } from '../domains-from.ts';
import { configurationFrom, environmentOf, tablesFrom } from '../environment.ts';
import { observability } from '../observability.ts';
import { preFlightRun } from './run.ts';

// Powers: read the directory (data proxy), enrollments and the configuration; write what it found.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  'credentials key': ['kms:Decrypt'],
  'data proxy secrets': ['secretsmanager:GetSecretValue'],
  enrollments: ['dynamodb:BatchGetItem'],
  flows: ['dynamodb:GetItem health', 'dynamodb:PutItem health'],
} as const;

const { journal, meter, layers } = observability('pre-flight');
const environment = environmentOf('pre-flight');
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});
const secrets = new SecretsManagerClient({});
const domains = joinedWith(
  domainsFrom(environment, journal, meter),
  environment.read('LATCHKEY_DATA_PROXY_SECRETS'),
  (secretId) => secretCredentials(secrets, secretId, clock),
);

const run = preFlightRun(
  {
    directory: directoryAcross(domains),
    enrollments: dynamoEnrollmentStore(store, tables),
    configuration: dynamoConfigurationStore(store, tables, configurationFrom(environment)),
    health: dynamoHealthStore(store, tables),
    random: systemRandom(),
    clock,
  },
  meter,
);

/** Woken several times a night, for a run that is cut short is gone on with. */
export const handler = middy()
  .use(layers)
  .handler((_event: unknown, context: Context) => run(context.getRemainingTimeInMillis()));
