import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { repairDeskAcross } from '../../adapters/active-directory/across/across-domains.ts';
import { breachedPasswordsFrom } from '../../adapters/breached-list/chosen-list.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoFlowStore } from '../../adapters/dynamodb/flow-store.ts';
import { dynamoTrail } from '../../adapters/dynamodb/trail.ts';
import { kmsSealer } from '../../adapters/kms/sealer.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { domainsFrom, joinedWith } from '../domains-from.ts';
import { configurationFrom, environmentOf, siteFrom, tablesFrom } from '../environment.ts';
import { configurationAtHand } from '../http/configuration-at-hand.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { resetRoutes } from './routes.ts';

// Powers: the self-service account, spend flows, write the trail, the outbox and the queue of post actions, seal (and not open). No enrollment.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  'credentials key': ['kms:Decrypt'],
  flows: ['dynamodb:GetItem flow tries', 'dynamodb:PutItem post-action', 'dynamodb:UpdateItem flow tries'],
  'seal key': ['kms:GenerateDataKey'],
  'self-service secrets': ['secretsmanager:GetSecretValue'],
  trail: ['dynamodb:PutItem events'],
} as const;

const { journal, meter, layers } = observability('reset');
const environment = environmentOf('reset');
const deployed = configurationFrom(environment);
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});
const secrets = new SecretsManagerClient({});
const domains = joinedWith(
  domainsFrom(environment, journal, meter),
  environment.read('LATCHKEY_SELF_SERVICE_SECRETS'),
  (secretId) => secretCredentials(secrets, secretId, clock),
);

const ports = {
  repairs: repairDeskAcross(domains),
  flows: dynamoFlowStore(store, tables),
  configuration: rememberedConfiguration(dynamoConfigurationStore(store, tables, deployed), clock, 60_000),
  trail: dynamoTrail(store, tables),
  breached: breachedPasswordsFrom(environment.read('LATCHKEY_BREACHED_PASSWORDS'), (trouble) =>
    journal.error('breached passwords not asked', { code: trouble.code }, trouble),
  ),
  sealer: kmsSealer(new KMSClient({}), environment.read('LATCHKEY_SEAL_KEY')),
  random: systemRandom(),
  clock,
};
const configuration = configurationAtHand(ports.configuration, deployed);
const edge = { site: siteFrom(environment), journal, meter, configuration };

export const handler = serve(edge, resetRoutes(ports, edge), layers);
