import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  directoryAcross,
  passwordDeskAcross,
} from '../../adapters/active-directory/across/across-domains.ts';
import { argon2AnswerHasher } from '../../adapters/argon2/answer-hasher.ts';
import { breachedPasswordsFrom } from '../../adapters/breached-list/chosen-list.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoEnrollmentStore } from '../../adapters/dynamodb/enrollment-store.ts';
import { dynamoFlowStore } from '../../adapters/dynamodb/flow-store.ts';
import { dynamoPersonNotes } from '../../adapters/dynamodb/person-notes.ts';
import { dynamoSessionStore } from '../../adapters/dynamodb/session-store.ts';
import { dynamoTrail } from '../../adapters/dynamodb/trail.ts';
import { kmsKeyedMac } from '../../adapters/kms/keyed-mac.ts';
import { kmsSealer } from '../../adapters/kms/sealer.ts';
import { kmsSeeds } from '../../adapters/kms/seeds.ts';
import { otpauthPasswords } from '../../adapters/otpauth/one-time-passwords.ts';
import { phoneNumbers } from '../../adapters/phone-numbers/phone-numbers.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { webauthnPasskeys } from '../../adapters/webauthn/passkeys.ts';
import { domainsFrom, joinedWith } from '../domains-from.ts';
import { configurationFrom, environmentOf, siteFrom, tablesFrom } from '../environment.ts';
import { configurationAtHand } from '../http/configuration-at-hand.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { enrollRoutes } from './routes.ts';

// Powers: try and change a person's own password, read the directory (data proxy), write enrollments, sessions and the trail, tag,
// seal, and seal and open the seeds of authenticator apps.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  'credentials key': ['kms:Decrypt'],
  'data proxy secrets': ['secretsmanager:GetSecretValue'],
  enrollments: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  flows: [
    'dynamodb:ConditionCheckItem flow tries',
    'dynamodb:DeleteItem sign-ins',
    'dynamodb:GetItem flow session tries',
    'dynamodb:PutItem flow session',
    'dynamodb:UpdateItem flow session sign-ins sign-ins-from texts tries',
  ],
  'mac key': ['kms:GenerateMac'],
  'seal key': ['kms:GenerateDataKey'],
  'seed key': ['kms:GenerateMac'],
  trail: ['dynamodb:PutItem events'],
} as const;

const { journal, meter, layers } = observability('enroll');
const environment = environmentOf('enroll');
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
  flows: dynamoFlowStore(store, tables),
  notes: dynamoPersonNotes(store, tables),
  configuration: rememberedConfiguration(dynamoConfigurationStore(store, tables, deployed), clock, 60_000),
  trail: dynamoTrail(store, tables),
  hasher: argon2AnswerHasher(),
  mac: kmsKeyedMac(keys, environment.read('LATCHKEY_MAC_KEY')),
  sealer: kmsSealer(keys, environment.read('LATCHKEY_SEAL_KEY')),
  passkeys: webauthnPasskeys(environment.read('LATCHKEY_ORIGIN')),
  seeds: kmsSeeds(keys, environment.read('LATCHKEY_SEED_KEY')),
  oneTimePasswords: otpauthPasswords(),
  breached: breachedPasswordsFrom(environment.read('LATCHKEY_BREACHED_PASSWORDS'), (trouble) =>
    journal.error('breached passwords not asked', { code: trouble.code }, trouble),
  ),
  phoneNumbers: phoneNumbers(),
  random: systemRandom(),
  clock,
};
const configuration = configurationAtHand(ports.configuration, deployed);
const edge = { site: siteFrom(environment), journal, meter, configuration };

export const handler = serve(edge, enrollRoutes(ports, edge), layers);
