import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { directoryAcross } from '../../adapters/active-directory/across/across-domains.ts';
import { domainExaminer } from '../../adapters/active-directory/examiner/domain-examiner.ts';
import { dynamoAdminSessionStore } from '../../adapters/dynamodb/admin-session-store.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoHealthStore } from '../../adapters/dynamodb/health-store.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { domainsFrom, joinedWith, secretOf } from '../domains-from.ts';
import { configurationFrom, environmentOf, siteFrom, tablesFrom } from '../environment.ts';
import { configurationAtHand } from '../http/configuration-at-hand.ts';
import type { Incoming } from '../http/passage.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { doctorRoutes } from './routes.ts';
import { examinationRun } from './run.ts';

// Powers: sign both accounts of each domain in, and read as they may; read administrators' visits and the configuration, and write
// what was found. It changes nothing in a directory.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  'credentials key': ['kms:Decrypt'],
  'data proxy secrets': ['secretsmanager:GetSecretValue'],
  flows: ['dynamodb:GetItem admin-session', 'dynamodb:PutItem health'],
  'self-service secrets': ['secretsmanager:GetSecretValue'],
} as const;

const { journal, meter, layers } = observability('doctor');
const environment = environmentOf('doctor');
const deployed = configurationFrom(environment);
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});
const secrets = new SecretsManagerClient({});
const selfServiceSecrets = environment.read('LATCHKEY_SELF_SERVICE_SECRETS');
const domains = joinedWith(
  domainsFrom(environment, journal, meter),
  environment.read('LATCHKEY_DATA_PROXY_SECRETS'),
  (secretId) => secretCredentials(secrets, secretId, clock),
);

const ports = {
  directory: directoryAcross(domains),
  examiner: domainExaminer(
    domains.map(({ settings, credentials }) => ({
      settings,
      dataProxy: credentials,
      selfService: secretCredentials(secrets, secretOf(settings.netbiosName, selfServiceSecrets), clock),
    })),
    clock,
  ),
  configuration: rememberedConfiguration(dynamoConfigurationStore(store, tables, deployed), clock, 5_000),
  adminSessions: dynamoAdminSessionStore(store, tables),
  health: dynamoHealthStore(store, tables),
  random: systemRandom(),
  clock,
};
const configuration = configurationAtHand(ports.configuration, deployed);
const edge = { site: siteFrom(environment), journal, meter, configuration };

const answering = serve(edge, doctorRoutes(ports, edge), layers);
const run = examinationRun(ports, meter);
const waking = middy()
  .use(layers)
  .handler(async () => {
    await run();
  });

/** Answers requests; and is woken every night, by an event that is none. */
export const handler = (event: unknown, context: Context): Promise<unknown> =>
  isRequest(event) ? answering(event, context) : waking(event, context);

const isRequest = (event: unknown): event is Incoming =>
  typeof event === 'object' && event !== null && 'httpMethod' in event;
