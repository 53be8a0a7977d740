import type { Sealed } from '../ports/sealer.ts';

/** What a message says. Its words are in the portal's catalogs; a code travels sealed until it is sent. */
export type Letter =
  | { readonly kind: 'recovery-code'; readonly code: Sealed; readonly minutes: number }
  | { readonly kind: 'confirm-address'; readonly code: Sealed; readonly minutes: number }
  | { readonly kind: 'password-changed' }
  | { readonly kind: 'password-may-have-changed' }
  | { readonly kind: 'account-unlocked' }
  | { readonly kind: 'account-may-be-unlocked' }
  | { readonly kind: 'methods-changed' }
  | { readonly kind: 'registration-revoked' }
  /** What was registered is good until a time (epoch milliseconds); then it must be registered anew. */
  | { readonly kind: 'register-again'; readonly by: number }
  | { readonly kind: 'set-up-reminder' };

/**
 * One message on its way. It rides on the flow, session or errand row that caused it (docs/decisions/0006), so it is
 * written in the same transaction and deleted once sent. With no address (a stranger) it is written and dropped alike.
 */
export interface QueuedMessage {
  readonly id: string;
  readonly channel: 'email';
  readonly to: readonly Sealed[];
  readonly letter: Letter;
  /** BCP 47 tag of the language to write in. */
  readonly language: string;
  readonly queuedAt: number;
}
