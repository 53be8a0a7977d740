import type { Session } from '../enrollment/session.ts';
import type { QueuedMessage } from '../messages/message.ts';
import type { Person } from '../person.ts';
import type { Budget } from './flow-store.ts';

/** What one password trial costs, before the bind. */
export interface SignInToll {
  readonly person: Person;
  readonly source: string;
  readonly now: number;
  /** Forgotten `windowMs` after the last trial that was let through, as AD forgets badPwdCount: never more than `cap` in any such stretch. */
  readonly perPerson: Budget;
  readonly perSource: Budget;
}

/** Keeps enrollment sessions and counts password trials. Throws a Failure when the store cannot be reached. */
export interface SessionStore {
  /** Counts one trial on person and source in one transaction, before the bind; `too-many` counts nothing. A conflict is retried a few times, then `too-many`. */
  reserveSignIn(toll: SignInToll): Promise<'reserved' | 'too-many'>;
  /** The password was right: forgets the person's trials. */
  forgiveSignIns(person: Person): Promise<void>;
  create(session: Session): Promise<void>;
  find(key: string): Promise<Session | undefined>;
  /**
   * Replaces `seen` by `next` (one version higher), while it is still the one that was seen; `queue` joins its outbox.
   * False when someone else moved it first. The outbox itself is left to the outbox's own writes.
   */
  replace(seen: Session, next: Session, queue?: QueuedMessage): Promise<boolean>;
}
