import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  directoryAcross,
  passwordDeskAcross,
} from '../../adapters/active-directory/across/across-domains.ts';
import { dynamoAdminSessionStore } from '../../adapters/dynamodb/admin-session-store.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoDraftStore } from '../../adapters/dynamodb/draft-store.ts';
import { dynamoEnrollmentStore } from '../../adapters/dynamodb/enrollment-store.ts';
import { dynamoHealthStore } from '../../adapters/dynamodb/health-store.ts';
import { dynamoOutbox } from '../../adapters/dynamodb/outbox.ts';
import { dynamoPersonNotes } from '../../adapters/dynamodb/person-notes.ts';
import { dynamoSessionStore } from '../../adapters/dynamodb/session-store.ts';
import { dynamoTrail } from '../../adapters/dynamodb/trail.ts';
import { kmsKeyedMac } from '../../adapters/kms/keyed-mac.ts';
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
import { adminRoutes } from './routes.ts';

// Powers: try administrators' own passwords, read the directory (data proxy), write configuration, drafts and administrators' visits,
// read and revoke enrollments, queue notices, read and write the trail, tag and seal. It sets no password and opens no address or answer.
export const POWERS = {
  configuration: [
    'dynamodb:ConditionCheckItem configuration',
    'dynamodb:DeleteItem draft',
    'dynamodb:GetItem configuration draft',
    'dynamodb:PutItem configuration draft',
    'dynamodb:Query configuration',
  ],
  'credentials key': ['kms:Decrypt'],
  'data proxy secrets': ['secretsmanager:GetSecretValue'],
  enrollments: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
  flows: [
    'dynamodb:DeleteItem sign-ins',
    'dynamodb:GetItem admin-session flow health tries',
    'dynamodb:PutItem admin-session errand',
    'dynamodb:UpdateItem flow sign-ins sign-ins-from tries',
  ],
  'mac key': ['kms:GenerateMac'],
  'seal key': ['kms:GenerateDataKey'],
  trail: ['dynamodb:PutItem events', 'dynamodb:Query'],
} as const;

const { journal, meter, layers } = observability('admin');
const environment = environmentOf('admin');
const deployed = configurationFrom(environment);
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});
const keys = new KMSClient({});
const secrets = new SecretsManagerClient({});
const domains = joinedWith(
  domainsFrom(environment, journal, meter),
  environment.read('LATCHKEY_DATA_PROXY_SECRETS'),
  (secretId) => secretCredentials(secrets, secretId, clock),
);

const ports = {
  directory: directoryAcross(domains),
  passwords: passwordDeskAcross(domains),
  enrollments: dynamoEnrollmentStore(store, tables),
  sessions: dynamoSessionStore(store, tables),
  adminSessions: dynamoAdminSessionStore(store, tables),
  // Whoever published a moment ago looks at what they published, wherever they are answered from.
  configuration: rememberedConfiguration(dynamoConfigurationStore(store, tables, deployed), clock, 5_000),
  drafts: dynamoDraftStore(store, tables),
  trail: dynamoTrail(store, tables),
  notes: dynamoPersonNotes(store, tables),
  health: dynamoHealthStore(store, tables),
  outbox: dynamoOutbox(store, tables),
  mac: kmsKeyedMac(keys, environment.read('LATCHKEY_MAC_KEY')),
  sealer: kmsSealer(keys, environment.read('LATCHKEY_SEAL_KEY')),
  random: systemRandom(),
  clock,
};
const configuration = configurationAtHand(ports.configuration, deployed);
const edge = { site: siteFrom(environment), journal, meter, configuration };

export const handler = serve(edge, adminRoutes(ports, edge), layers);
