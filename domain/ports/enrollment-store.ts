import type { Enrollment } from '../enrollment/enrollment.ts';
import type { QueuedMessage } from '../messages/message.ts';
import type { Person } from '../person.ts';
import type { TrailEvent } from '../trail/event.ts';
import type { MethodName } from '../verification/method.ts';

/** A change of enrollment, with all that must be true together with it. */
export interface EnrollmentChange {
  readonly next: Enrollment;
  /** The version that was seen; 0 when there was none. `next.version` is one more. */
  readonly seenVersion: number;
  readonly event: TrailEvent;
  /** The row that carries the notice: the person's own session, or an errand that is made for it. */
  readonly carrier: { readonly kind: 'session'; readonly key: string } | { readonly kind: 'errand' };
  readonly notice: QueuedMessage;
  /**
   * Only while the person's self-service is not frozen, no reset of theirs is being made, and the last one here was at `resetBefore`
   * or earlier (person-notes), in the same transaction. Left out: whatever they say.
   */
  readonly guard?: { readonly resetBefore: number };
  /** The methods that were registered anew: their consecutive failures are forgotten in the same transaction. */
  readonly renews?: readonly MethodName[];
}

/** Saved; or someone else changed the enrollment first; or its guard said no. */
export type Saved = 'saved' | 'conflict' | 'frozen';

/** Keeps what people registered. Throws a Failure when the store cannot be reached. */
export interface EnrollmentStore {
  find(person: Person): Promise<Enrollment | undefined>;
  /** Enrollment, trail event and notice in one transaction, or nothing. */
  save(change: EnrollmentChange): Promise<Saved>;
  /** What these people (at most 1,000) have registered, in no order; those who have nothing are left out. */
  of(people: readonly Person[]): Promise<readonly Enrollment[]>;
  /** Everyone who has registered anything, page by page. */
  all(): AsyncIterable<Enrollment>;
}
