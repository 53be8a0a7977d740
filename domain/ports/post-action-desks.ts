import type { Person } from '../person.ts';
import type { PostActionJob, PostActionWork } from '../post-actions/job.ts';
import type { Account } from './account.ts';

/** A job of one kind. */
export type JobOf<Kind extends PostActionWork['kind']> = PostActionJob & {
  readonly work: Extract<PostActionWork, { kind: Kind }>;
};

/** What came of one try. */
export type Carried =
  | { readonly kind: 'done' }
  /** It may work the next time. `why` is for the log: no secret, nothing of the other side's words. */
  | { readonly kind: 'failed'; readonly why: string }
  /** It never will, however often it is tried. */
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The deployment's webhook endpoints. One HTTPS POST in 5 seconds, no redirects, signed (Standard Webhooks 1.0.0) with the
 * endpoint's own secret; `webhook-id` is the job's id. Only an answer of 200 to 299 is `done`; none of it is kept.
 */
export interface WebhookDesk {
  deliver(job: JobOf<'webhook'>): Promise<Carried>;
}

/** The deployment's topic for events. */
export interface EventDesk {
  publish(job: JobOf<'event'>): Promise<Carried>;
}

/** One person's account on a writable domain controller, and the one attribute of it that may be written. */
export interface AttributeBench {
  readonly account: Account;
  /** Replaces all values of an attribute by this one; an empty one takes the attribute away. The same again changes nothing. */
  write(attribute: string, value: string): Promise<Carried>;
}

/** Writes attributes, as an account that may write those and nothing else. */
export interface AttributeDesk {
  /** Undefined at the bench: the account is gone. Throws a Failure when no domain controller can be reached. */
  at<T>(person: Person, work: (bench: AttributeBench | undefined) => Promise<T>): Promise<T>;
}
