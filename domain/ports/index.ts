import type { AdminSessionStore } from './admin-session-store.ts';
import type { AnswerHasher } from './answer-hasher.ts';
import type { BreachedPasswords } from './breached-passwords.ts';
import type { Clock } from './clock.ts';
import type { ConfigurationStore } from './configuration-store.ts';
import type { DirectoryReader } from './directory-reader.ts';
import type { PasswordDesk } from './password-desk.ts';
import type { RepairDesk } from './repair-desk.ts';
import type { DomainExaminer } from './domain-examiner.ts';
import type { DraftStore } from './draft-store.ts';
import type { EnrollmentStore } from './enrollment-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { HealthStore } from './health-store.ts';
import type { KeyedMac } from './keyed-mac.ts';
import type { LetterWriter } from './letter-writer.ts';
import type { Messenger } from './messenger.ts';
import type { Outbox } from './outbox.ts';
import type { Random } from './random.ts';
import type { Opener, Sealer } from './sealer.ts';
import type { SessionStore } from './session-store.ts';
import type { Trail } from './trail.ts';

/** Everything the domain needs of the world. Each function picks the few it needs; what is not picked, it cannot do. */
export interface Ports {
  readonly directory: DirectoryReader;
  readonly passwords: PasswordDesk;
  readonly repairs: RepairDesk;
  readonly enrollments: EnrollmentStore;
  readonly flows: FlowStore;
  readonly sessions: SessionStore;
  readonly configuration: ConfigurationStore;
  readonly drafts: DraftStore;
  readonly adminSessions: AdminSessionStore;
  readonly trail: Trail;
  readonly health: HealthStore;
  readonly examiner: DomainExaminer;
  readonly outbox: Outbox;
  readonly messenger: Messenger;
  readonly letters: LetterWriter;
  readonly hasher: AnswerHasher;
  readonly mac: KeyedMac;
  readonly sealer: Sealer;
  readonly opener: Opener;
  readonly breached: BreachedPasswords;
  readonly clock: Clock;
  readonly random: Random;
}
