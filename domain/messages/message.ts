import type { Sealed } from '../ports/sealer.ts';

/** What a message says. Its words are in the portal's catalogs; a code travels sealed until it is sent. */
export type Letter =
  | { readonly kind: 'recovery-code'; readonly code: Sealed; readonly minutes: number }
  | { readonly kind: 'confirm-address'; readonly code: Sealed; readonly minutes: number }
  | { readonly kind: 'confirm-phone'; readonly code: Sealed; readonly minutes: number }
  | { readonly kind: 'password-changed' }
  | { readonly kind: 'password-may-have-changed' }
  | { readonly kind: 'account-unlocked' }
  | { readonly kind: 'account-may-be-unlocked' }
  | { readonly kind: 'methods-changed' }
  | { readonly kind: 'registration-revoked' }
  /** What was registered is good until a time (epoch milliseconds); then it must be registered anew. */
  | { readonly kind: 'register-again'; readonly by: number }
  | { readonly kind: 'set-up-reminder' }
  /** `liftable`: with a link that lifts it. */
  | { readonly kind: 'self-service-frozen'; readonly liftable?: true }
  | { readonly kind: 'self-service-unfrozen' }
  /** A new password that must be changed at the next sign-in (recovery mode "send a new password"); sealed until it is sent. */
  | { readonly kind: 'new-password'; readonly password: Sealed }
  /** The same when nobody can find out whether it was set: without it somebody might be left with no password at all. */
  | { readonly kind: 'new-password-perhaps'; readonly password: Sealed };

/**
 * One message on its way. It rides on the flow, session or errand row that caused it (docs/decisions/0006), so it is
 * written in the same transaction and deleted once sent. With no address (a stranger) it is written and dropped alike.
 */
export interface QueuedMessage {
  readonly id: string;
  /** Sealed mailboxes. */
  readonly to: readonly Sealed[];
  /** Sealed telephone numbers (E.164) that get it as a text message. */
  readonly phones?: readonly Sealed[];
  readonly letter: Letter;
  /** Of the flow, session or visit that caused it: what people read out to the help desk. */
  readonly reference?: string;
  /** BCP 47 tag of the language to write in. */
  readonly language: string;
  readonly queuedAt: number;
}
