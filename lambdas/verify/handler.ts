import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { directoryAcross } from '../../adapters/active-directory/across/across-domains.ts';
import { argon2AnswerHasher } from '../../adapters/argon2/answer-hasher.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoEnrollmentStore } from '../../adapters/dynamodb/enrollment-store.ts';
import { dynamoFlowStore } from '../../adapters/dynamodb/flow-store.ts';
import { dynamoPersonNotes } from '../../adapters/dynamodb/person-notes.ts';
import { dynamoRepudiations } from '../../adapters/dynamodb/repudiations.ts';
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
import { EVEN_STEP_MS, evenTimes } from '../http/even-times.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { verifyRoutes } from './routes.ts';

// Powers: read the directory (data proxy), read enrollments, move flows, note what was used up, freeze and lift for who follows a
// letter's link, write the trail, tag, seal, and open the seeds of authenticator apps.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  'credentials key': ['kms:Decrypt'],
  'data proxy secrets': ['secretsmanager:GetSecretValue'],
  enrollments: ['dynamodb:GetItem'],
  flows: [
    'dynamodb:GetItem flow repudiation tries',
    'dynamodb:PutItem errand flow',
    'dynamodb:UpdateItem flow starts starts-from texts tries',
  ],
  'mac key': ['kms:GenerateMac'],
  'seal key': ['kms:GenerateDataKey'],
  'seed key': ['kms:GenerateMac'],
  trail: ['dynamodb:PutItem events'],
} as const;

const { journal, meter, layers } = observability('verify');
const environment = environmentOf('verify');
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
  enrollments: dynamoEnrollmentStore(store, tables),
  flows: dynamoFlowStore(store, tables),
  repudiations: dynamoRepudiations(store, tables),
  notes: dynamoPersonNotes(store, tables),
  configuration: rememberedConfiguration(dynamoConfigurationStore(store, tables, deployed), clock, 60_000),
  trail: dynamoTrail(store, tables),
  hasher: argon2AnswerHasher(),
  mac: kmsKeyedMac(keys, environment.read('LATCHKEY_MAC_KEY')),
  sealer: kmsSealer(keys, environment.read('LATCHKEY_SEAL_KEY')),
  passkeys: webauthnPasskeys(environment.read('LATCHKEY_ORIGIN')),
  seeds: kmsSeeds(keys, environment.read('LATCHKEY_SEED_KEY')),
  oneTimePasswords: otpauthPasswords(),
  phoneNumbers: phoneNumbers(),
  random: systemRandom(),
  clock,
};
const configuration = configurationAtHand(ports.configuration, deployed);
const edge = { site: siteFrom(environment), journal, meter, configuration };

export const handler = serve(edge, verifyRoutes(ports, edge), [evenTimes(EVEN_STEP_MS), ...layers]);
