import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import {
  directoryAcross,
  passwordDeskAcross,
  repairDeskAcross,
} from '../adapters/active-directory/across/across-domains.ts';
import { attributeDeskAcross } from '../adapters/active-directory/across/attribute-desk-across.ts';
import { domainExaminer } from '../adapters/active-directory/examiner/domain-examiner.ts';
import { argon2AnswerHasher } from '../adapters/argon2/answer-hasher.ts';
import { breachedPasswordsFrom } from '../adapters/breached-list/chosen-list.ts';
import { dynamoAdminSessionStore } from '../adapters/dynamodb/admin-session-store.ts';
import { dynamoChainHeads } from '../adapters/dynamodb/chain-heads.ts';
import { dynamoConfigurationStore } from '../adapters/dynamodb/configuration-store.ts';
import { dynamoDraftStore } from '../adapters/dynamodb/draft-store.ts';
import { dynamoEnrollmentStore } from '../adapters/dynamodb/enrollment-store.ts';
import { dynamoFlowStore } from '../adapters/dynamodb/flow-store.ts';
import { dynamoHealthStore } from '../adapters/dynamodb/health-store.ts';
import { dynamoOutbox } from '../adapters/dynamodb/outbox.ts';
import { dynamoPersonNotes } from '../adapters/dynamodb/person-notes.ts';
import { dynamoPostActionQueue } from '../adapters/dynamodb/post-action-queue.ts';
import { dynamoRepudiations } from '../adapters/dynamodb/repudiations.ts';
import { dynamoSessionStore } from '../adapters/dynamodb/session-store.ts';
import { dynamoTrail } from '../adapters/dynamodb/trail.ts';
import { externalResponsesFrom } from '../adapters/external-responses/joined-service.ts';
import { kmsKeyedMac } from '../adapters/kms/keyed-mac.ts';
import { kmsOpener, kmsSealer } from '../adapters/kms/sealer.ts';
import { kmsSeeds } from '../adapters/kms/seeds.ts';
import { kmsTrailSigner } from '../adapters/kms/trail-signer.ts';
import { otpauthPasswords } from '../adapters/otpauth/one-time-passwords.ts';
import { identityProviderFrom } from '../adapters/oidc/joined-provider.ts';
import { outsideSecret } from '../adapters/secrets-manager/outside-secret.ts';
import { phoneNumbers } from '../adapters/phone-numbers/phone-numbers.ts';
import { s3TrailArchive } from '../adapters/s3/trail-archive.ts';
import { secretCredentials } from '../adapters/secrets-manager/credential-source.ts';
import { sesMessenger } from '../adapters/ses/messenger.ts';
import { snsEventDesk } from '../adapters/sns/event-desk.ts';
import { snsMessenger } from '../adapters/sns/messenger.ts';
import { sqliteAdminSessionStore } from '../adapters/sqlite/admin-session-store.ts';
import { sqliteChainHeads } from '../adapters/sqlite/chain-heads.ts';
import { sqliteConfigurationStore } from '../adapters/sqlite/configuration-store.ts';
import { sqliteDraftStore } from '../adapters/sqlite/draft-store.ts';
import { sqliteEnrollmentStore } from '../adapters/sqlite/enrollment-store.ts';
import { sqliteFlowStore } from '../adapters/sqlite/flow-store.ts';
import { sqliteHealthStore } from '../adapters/sqlite/health-store.ts';
import { sqliteOutbox } from '../adapters/sqlite/outbox.ts';
import { sqlitePersonNotes } from '../adapters/sqlite/person-notes.ts';
import { sqlitePostActionQueue } from '../adapters/sqlite/post-action-queue.ts';
import { sqliteRepudiations } from '../adapters/sqlite/repudiations.ts';
import { sqliteSessionStore } from '../adapters/sqlite/session-store.ts';
import { sqliteTrail } from '../adapters/sqlite/trail.ts';
import { systemClock as clock } from '../adapters/system/clock.ts';
import { systemDigest as digest } from '../adapters/system/digest.ts';
import { messengerByChannel } from '../adapters/system/messenger-by-channel.ts';
import { systemRandom } from '../adapters/system/random.ts';
import { rememberedConfiguration } from '../adapters/system/remembered-configuration.ts';
import { webhooksFrom } from '../adapters/webhooks/webhooks-from.ts';
import { webauthnPasskeys } from '../adapters/webauthn/passkeys.ts';
import type { Configuration } from '../domain/policy/configuration.ts';
import type { Ports } from '../domain/ports/index.ts';
import { domainsFrom, joinedWhereNamed, joinedWith, secretOf } from '../lambdas/domains-from.ts';
import { configurationFrom, portalAddressFrom, topicOf } from '../lambdas/environment.ts';
import type { Journal } from '../lambdas/http/site.ts';
import { portalLetters } from '../lambdas/letters.ts';
import { type AwsPlace, clientsOf } from './aws-place.ts';
import { type OpenStore, TABLES } from './central-store.ts';
import { lineJournal } from './line-journal.ts';
import type { LocalVariables } from './variables.ts';

/** Every port of the domain, joined to the adapters that AWS runs too; the store may be the one on disk. */
export function localPorts(
  variables: LocalVariables,
  store: OpenStore,
  standIns: AwsPlace,
  keeperOfSecrets: AwsPlace,
  journal: Journal = lineJournal(() => undefined),
): Ports {
  const environment = { read: (name: keyof LocalVariables): string => variables[name] };
  const client = clientsOf(standIns);
  const secrets = new SecretsManagerClient(clientsOf(keeperOfSecrets));
  const kms = new KMSClient(client);
  const domains = domainsFrom(environment, journal);
  const credentialsIn = (secretId: string) => secretCredentials(secrets, secretId, clock);
  const dataProxies = joinedWith(domains, variables.LATCHKEY_DATA_PROXY_SECRETS, credentialsIn);
  const selfServices = joinedWith(domains, variables.LATCHKEY_SELF_SERVICE_SECRETS, credentialsIn);
  const outside = {
    secretOf: (secretId: string) => outsideSecret(secrets, secretId, clock),
    demo: variables.LATCHKEY_DEMO === 'yes',
    clock,
  };
  const { configuration, ...stores } = storesOf(store, configurationFrom(environment));
  return {
    directory: directoryAcross(dataProxies),
    passwords: passwordDeskAcross(dataProxies),
    repairs: repairDeskAcross(selfServices),
    examiner: domainExaminer(
      dataProxies.map(({ settings, credentials }) => ({
        settings,
        dataProxy: credentials,
        selfService: credentialsIn(secretOf(settings.netbiosName, variables.LATCHKEY_SELF_SERVICE_SECRETS)),
      })),
      clock,
    ),
    ...stores,
    configuration: rememberedConfiguration(configuration, clock, 60_000),
    messenger: messengerByChannel({
      email: sesMessenger(new SESv2Client(client), { from: variables.LATCHKEY_MAIL_FROM }),
      sms: snsMessenger(new SNSClient(client)),
    }),
    letters: portalLetters(portalAddressFrom(environment)),
    hasher: argon2AnswerHasher(),
    archive: s3TrailArchive(client, variables.LATCHKEY_TRAIL_BUCKET),
    signer: kmsTrailSigner(kms, variables.LATCHKEY_TRAIL_KEY),
    digest,
    mac: kmsKeyedMac(kms, variables.LATCHKEY_MAC_KEY),
    sealer: kmsSealer(kms, variables.LATCHKEY_SEAL_KEY),
    opener: kmsOpener(kms),
    passkeys: webauthnPasskeys(variables.LATCHKEY_ORIGIN),
    seeds: kmsSeeds(kms, variables.LATCHKEY_SEED_KEY),
    oneTimePasswords: otpauthPasswords(),
    phoneNumbers: phoneNumbers(),
    identityProvider: identityProviderFrom(variables.LATCHKEY_IDENTITY_PROVIDER, outside),
    webhooks: webhooksFrom(variables.LATCHKEY_WEBHOOKS, outside.secretOf, clock),
    events: snsEventDesk(new SNSClient(client), topicOf(variables.LATCHKEY_EVENTS_TOPIC)),
    attributes: attributeDeskAcross(
      joinedWhereNamed(domains, variables.LATCHKEY_ATTRIBUTE_WRITER_SECRETS, credentialsIn),
    ),
    externalResponses: externalResponsesFrom(variables.LATCHKEY_EXTERNAL_RESPONSES, outside),
    breached: breachedPasswordsFrom(variables.LATCHKEY_BREACHED_PASSWORDS),
    clock,
    random: systemRandom(),
  };
}

type Stores = Pick<
  Ports,
  | 'enrollments'
  | 'flows'
  | 'notes'
  | 'repudiations'
  | 'postActions'
  | 'sessions'
  | 'adminSessions'
  | 'configuration'
  | 'drafts'
  | 'trail'
  | 'heads'
  | 'health'
  | 'outbox'
>;

function storesOf(store: OpenStore, deployed: Configuration): Stores {
  if (store.kind === 'sqlite') {
    const { db } = store;
    return {
      enrollments: sqliteEnrollmentStore(db),
      flows: sqliteFlowStore(db),
      notes: sqlitePersonNotes(db),
      repudiations: sqliteRepudiations(db),
      postActions: sqlitePostActionQueue(db),
      sessions: sqliteSessionStore(db),
      adminSessions: sqliteAdminSessionStore(db),
      configuration: sqliteConfigurationStore(db, deployed),
      drafts: sqliteDraftStore(db),
      trail: sqliteTrail(db),
      heads: sqliteChainHeads(db),
      health: sqliteHealthStore(db),
      outbox: sqliteOutbox(db),
    };
  }
  const { client } = store;
  return {
    enrollments: dynamoEnrollmentStore(client, TABLES),
    flows: dynamoFlowStore(client, TABLES),
    notes: dynamoPersonNotes(client, TABLES),
    repudiations: dynamoRepudiations(client, TABLES),
    postActions: dynamoPostActionQueue(client, TABLES),
    sessions: dynamoSessionStore(client, TABLES),
    adminSessions: dynamoAdminSessionStore(client, TABLES),
    configuration: dynamoConfigurationStore(client, TABLES, deployed),
    drafts: dynamoDraftStore(client, TABLES),
    trail: dynamoTrail(client, TABLES),
    heads: dynamoChainHeads(client, TABLES),
    health: dynamoHealthStore(client, TABLES),
    outbox: dynamoOutbox(client, TABLES),
  };
}
