import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoEnrollmentStore } from '../../adapters/dynamodb/enrollment-store.ts';
import { dynamoFlowStore } from '../../adapters/dynamodb/flow-store.ts';
import { dynamoPersonNotes } from '../../adapters/dynamodb/person-notes.ts';
import { dynamoSessionStore } from '../../adapters/dynamodb/session-store.ts';
import { dynamoTrail } from '../../adapters/dynamodb/trail.ts';
import { externalResponsesFrom } from '../../adapters/external-responses/joined-service.ts';
import { kmsKeyedMac } from '../../adapters/kms/keyed-mac.ts';
import { identityProviderFrom } from '../../adapters/oidc/joined-provider.ts';
import { outsideSecret } from '../../adapters/secrets-manager/outside-secret.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import type { Failure } from '../../domain/failure.ts';
import { configurationFrom, environmentOf, siteFrom, tablesFrom } from '../environment.ts';
import { configurationAtHand } from '../http/configuration-at-hand.ts';
import { EVEN_STEP_MS, evenTimes } from '../http/even-times.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { federationRoutes } from './routes.ts';

// Powers: talk to the identity provider and the service outside, move flows, link an identity, write the trail, tag with a key of
// its own. No directory; nothing here opens an answer, an address or a code.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  enrollments: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  'federation key': ['kms:GenerateMac'],
  flows: [
    'dynamodb:ConditionCheckItem flow tries',
    'dynamodb:GetItem flow session tries',
    'dynamodb:UpdateItem flow session tries',
  ],
  'outside secrets': ['secretsmanager:GetSecretValue'],
  trail: ['dynamodb:PutItem events'],
} as const;

const { journal, meter, layers } = observability('federation');
const environment = environmentOf('federation');
const deployed = configurationFrom(environment);
const tables = tablesFrom(environment);
const site = siteFrom(environment);
const store = new DynamoDBClient({});
const keys = new KMSClient({});
const secrets = new SecretsManagerClient({});
const outside = {
  secretOf: (secretId: string) => outsideSecret(secrets, secretId, clock),
  demo: site.demo,
  clock,
  onTrouble: (trouble: Failure) => journal.error('outside trouble', { code: trouble.code }, trouble),
};

const ports = {
  identityProvider: identityProviderFrom(environment.read('LATCHKEY_IDENTITY_PROVIDER'), outside),
  externalResponses: externalResponsesFrom(environment.read('LATCHKEY_EXTERNAL_RESPONSES'), outside),
  enrollments: dynamoEnrollmentStore(store, tables),
  sessions: dynamoSessionStore(store, tables),
  flows: dynamoFlowStore(store, tables),
  notes: dynamoPersonNotes(store, tables),
  configuration: rememberedConfiguration(dynamoConfigurationStore(store, tables, deployed), clock, 60_000),
  trail: dynamoTrail(store, tables),
  mac: kmsKeyedMac(keys, environment.read('LATCHKEY_FEDERATION_KEY')),
  random: systemRandom(),
  clock,
};
const configuration = configurationAtHand(ports.configuration, deployed);
const edge = { site, journal, meter, configuration };

export const handler = serve(edge, federationRoutes(ports, edge), [evenTimes(EVEN_STEP_MS), ...layers]);
