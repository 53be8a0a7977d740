import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { commonPasswords } from '../../adapters/breached-list/common-passwords.ts';
import { externalResponsesFrom } from '../../adapters/external-responses/joined-service.ts';
import { keyFileMac } from '../../adapters/key-file/keyed-mac.ts';
import { keyFileOpener, keyFileSealer } from '../../adapters/key-file/sealer.ts';
import { keyFileSeeds } from '../../adapters/key-file/seeds.ts';
import { keyFileSigner } from '../../adapters/key-file/trail-signer.ts';
import { identityProviderFrom } from '../../adapters/oidc/joined-provider.ts';
import { phoneNumbers } from '../../adapters/phone-numbers/phone-numbers.ts';
import { otpauthPasswords } from '../../adapters/otpauth/one-time-passwords.ts';
import { sqliteAdminSessionStore } from '../../adapters/sqlite/admin-session-store.ts';
import { sqliteChainHeads } from '../../adapters/sqlite/chain-heads.ts';
import { sqliteConfigurationStore } from '../../adapters/sqlite/configuration-store.ts';
import { sqliteDraftStore } from '../../adapters/sqlite/draft-store.ts';
import { sqliteEnrollmentStore } from '../../adapters/sqlite/enrollment-store.ts';
import { sqliteFlowStore } from '../../adapters/sqlite/flow-store.ts';
import { sqliteHealthStore } from '../../adapters/sqlite/health-store.ts';
import { openCentralStore } from '../../adapters/sqlite/open-central-store.ts';
import { sqliteOutbox } from '../../adapters/sqlite/outbox.ts';
import { sqlitePersonNotes } from '../../adapters/sqlite/person-notes.ts';
import { sqlitePostActionQueue } from '../../adapters/sqlite/post-action-queue.ts';
import { sqliteRepudiations } from '../../adapters/sqlite/repudiations.ts';
import { sqliteSessionStore } from '../../adapters/sqlite/session-store.ts';
import { sqliteTrail } from '../../adapters/sqlite/trail.ts';
import { systemDigest } from '../../adapters/system/digest.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { attributeDeskAcross } from '../../adapters/active-directory/across/attribute-desk-across.ts';
import { webhookDesk } from '../../adapters/webhooks/webhook-desk.ts';
import { webauthnPasskeys } from '../../adapters/webauthn/passkeys.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import type { Ports } from '../../domain/ports/index.ts';
import type { OutgoingMessage } from '../../domain/ports/messenger.ts';
import { portalLetters } from '../../lambdas/letters.ts';
import { aConfiguration, type ConfigurationChanges } from './configured.ts';
import { clockAt, type ControllableClock } from './controllable-clock.ts';
import { countingHasher, type CountingHasher } from './counting-hasher.ts';
import { scriptedDirectory, type ScriptedDirectory } from './scripted-directory.ts';
import { scriptedExaminer } from './examined-domain.ts';
import { memoryArchive } from './memory-archive.ts';
import { anEvent, NOW } from './stored-records.ts';

export { aConfiguration } from './configured.ts';
export { MINUTE, NOW } from './stored-records.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-product-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const keyPath = path.join(folder, 'key');

/** The whole product over real stores in memory, real keys and a scripted directory. */
export interface Product {
  readonly ports: Ports;
  readonly clock: ControllableClock;
  readonly script: ScriptedDirectory;
  readonly hasher: CountingHasher;
  /** What the carrier took. */
  readonly mailbox: OutgoingMessage[];
  /** Addresses that the carrier refuses from now on. */
  readonly refusing: Set<string>;
  readonly configuration: Configuration;
}

export function aProduct(changes: ConfigurationChanges = {}, more: Partial<Ports> = {}): Product {
  const clock = clockAt(NOW);
  const script = scriptedDirectory(clock);
  const db = openCentralStore(':memory:');
  const configuration = aConfiguration(changes);
  const hasher = countingHasher();
  const mailbox: OutgoingMessage[] = [];
  const refusing = new Set<string>();
  const ports: Ports = {
    directory: script.directory,
    passwords: script.passwords,
    repairs: script.repairs,
    examiner: scriptedExaminer(),
    enrollments: sqliteEnrollmentStore(db),
    flows: sqliteFlowStore(db),
    notes: sqlitePersonNotes(db),
    repudiations: sqliteRepudiations(db),
    postActions: sqlitePostActionQueue(db),
    webhooks: webhookDesk([], clock),
    events: { publish: async () => ({ kind: 'refused', why: 'there is no topic' }) },
    attributes: attributeDeskAcross([]),
    sessions: sqliteSessionStore(db),
    configuration: sqliteConfigurationStore(db, configuration),
    drafts: sqliteDraftStore(db),
    adminSessions: sqliteAdminSessionStore(db),
    trail: sqliteTrail(db),
    heads: sqliteChainHeads(db),
    archive: memoryArchive().archive,
    signer: keyFileSigner(`${keyPath}.pem`),
    digest: systemDigest,
    health: sqliteHealthStore(db),
    outbox: sqliteOutbox(db),
    messenger: {
      send: async (message) => {
        if (refusing.has(message.to)) throw new Error('the carrier is on strike');
        mailbox.push(message);
      },
    },
    letters: portalLetters('https://reset.example.com'),
    hasher,
    mac: keyFileMac(keyPath),
    sealer: keyFileSealer(keyPath, clock),
    opener: keyFileOpener(keyPath, clock),
    passkeys: webauthnPasskeys('https://reset.example.com'),
    seeds: keyFileSeeds(keyPath),
    oneTimePasswords: otpauthPasswords(),
    phoneNumbers: phoneNumbers(),
    identityProvider: identityProviderFrom('none', { secretOf: () => async () => '', demo: false }),
    externalResponses: externalResponsesFrom('none', { secretOf: () => async () => '', clock }),
    breached: commonPasswords(),
    clock,
    random: systemRandom(),
    ...more,
  };
  return { ports, clock, script, hasher, mailbox, refusing, configuration };
}

/** Publishes the configuration in force with these changes, as its next version, and answers it. */
export async function publish(
  { ports, clock }: Product,
  changes: ConfigurationChanges,
): Promise<Configuration> {
  const current = await ports.configuration.current();
  const version = current.version + 1;
  const { document } = current;
  const next = aConfiguration({
    ...current,
    ...changes,
    document: { ...document, ...changes.document },
    version,
    reason: 'a test',
    publishedAt: clock.now(),
  });
  const published = await ports.configuration.publish(next, anEvent({ at: clock.now() }));
  if (!published) throw new Error(`version ${String(version)} was there already`);
  return next;
}
