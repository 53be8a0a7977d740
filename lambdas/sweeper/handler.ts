import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { directoryAcross } from '../../adapters/active-directory/across/across-domains.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoFlowStore } from '../../adapters/dynamodb/flow-store.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { domainsFrom, joinedWith } from '../domains-from.ts';
import { configurationFrom, environmentOf, tablesFrom } from '../environment.ts';
import { observability } from '../observability.ts';
import { sweepRun } from './run.ts';

// Powers: read the directory (data proxy) and the configuration, settle flows, write the trail and the queue of post actions.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  'credentials key': ['kms:Decrypt'],
  'data proxy secrets': ['secretsmanager:GetSecretValue'],
  flows: ['dynamodb:GetItem flow', 'dynamodb:PutItem post-action', 'dynamodb:UpdateItem flow'],
  'flows by unsettled': ['dynamodb:Query executing'],
  trail: ['dynamodb:PutItem events'],
} as const;

const { journal, meter, layers } = observability('sweeper');
const environment = environmentOf('sweeper');
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
  flows: dynamoFlowStore(store, tables),
  configuration: rememberedConfiguration(
    dynamoConfigurationStore(store, tables, configurationFrom(environment)),
    clock,
    60_000,
  ),
  random: systemRandom(),
  clock,
};

/** Woken every minute. */
export const handler = middy().use(layers).handler(sweepRun(ports, meter));
