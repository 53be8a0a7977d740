import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { directoryReader } from '../../adapters/active-directory/directory-reader.ts';
import { passwordDesk } from '../../adapters/active-directory/password-desk.ts';
import { argon2AnswerHasher } from '../../adapters/argon2/answer-hasher.ts';
import { commonPasswords } from '../../adapters/breached-list/common-passwords.ts';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoEnrollmentStore } from '../../adapters/dynamodb/enrollment-store.ts';
import { dynamoFlowStore } from '../../adapters/dynamodb/flow-store.ts';
import { dynamoSessionStore } from '../../adapters/dynamodb/session-store.ts';
import { dynamoTrail } from '../../adapters/dynamodb/trail.ts';
import { kmsKeyedMac } from '../../adapters/kms/keyed-mac.ts';
import { kmsSealer } from '../../adapters/kms/sealer.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { configurationFrom, domainFrom, environmentOf, siteFrom, tablesFrom } from '../environment.ts';
import { configurationAtHand } from '../http/configuration-at-hand.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { enrollRoutes } from './routes.ts';

// Powers: try and change a person's own password, read the directory (data proxy), write enrollments, sessions and the trail, tag and seal.
const { journal, meter, layers } = observability('enroll');
const environment = environmentOf('enroll');
const domain = domainFrom(environment, journal);
const deployed = configurationFrom(environment);
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});
const keys = new KMSClient({});
const dataProxy = secretCredentials(
  new SecretsManagerClient({}),
  environment.read('LATCHKEY_DATA_PROXY_SECRET'),
  clock,
);

const ports = {
  directory: directoryReader(domain, dataProxy),
  passwords: passwordDesk(domain, dataProxy),
  enrollments: dynamoEnrollmentStore(store, tables),
  sessions: dynamoSessionStore(store, tables),
  flows: dynamoFlowStore(store, tables),
  configuration: rememberedConfiguration(dynamoConfigurationStore(store, tables, deployed), clock, 60_000),
  trail: dynamoTrail(store, tables),
  hasher: argon2AnswerHasher(),
  mac: kmsKeyedMac(keys, environment.read('LATCHKEY_MAC_KEY')),
  sealer: kmsSealer(keys, environment.read('LATCHKEY_SEAL_KEY')),
  breached: commonPasswords(),
  random: systemRandom(),
  clock,
};
const configuration = configurationAtHand(ports.configuration, deployed);
const edge = { site: siteFrom(environment), journal, meter, configuration };

export const handler = serve(edge, enrollRoutes(ports, edge), layers);
