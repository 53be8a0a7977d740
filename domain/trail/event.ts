import type { Person } from '../person.ts';
import type { MethodName } from '../verification/method.ts';
import type { Action } from '../policy/action.ts';
import type { Administrator } from '../policy/configuration.ts';

/** Everything that can happen, as a closed list. No field can hold an answer, a password, a code or a handle. */
export type Happening =
  | { readonly kind: 'proof-refused'; readonly method: MethodName }
  | {
      readonly kind: 'change-intended';
      readonly action: Action | 'change';
      readonly proofs: readonly MethodName[];
      readonly domainController: string;
    }
  | {
      readonly kind: 'change-settled';
      readonly action: Action | 'change';
      readonly result: 'done' | 'unchanged' | 'unknown';
      readonly reason?: string;
      readonly by: 'request' | 'sweeper';
    }
  | { readonly kind: 'repair-refused'; readonly action: Action | 'change'; readonly reason: string }
  | { readonly kind: 'signed-in' }
  | {
      readonly kind: 'sign-in-refused';
      readonly reason: 'wrong' | 'throttled' | 'locked' | 'ineligible' | 'account-state';
    }
  | { readonly kind: 'method-registered'; readonly method: MethodName }
  | { readonly kind: 'method-removed'; readonly method: MethodName }
  | { readonly kind: 'administrator-signed-in'; readonly roles: readonly string[] }
  | {
      readonly kind: 'administrator-refused';
      readonly reason: 'wrong' | 'throttled' | 'locked' | 'ineligible' | 'account-state';
    }
  | { readonly kind: 'administrator-signed-out' }
  | { readonly kind: 'draft-saved'; readonly revision: number; readonly basedOn: number }
  | { readonly kind: 'draft-dropped'; readonly revision: number }
  | { readonly kind: 'draft-reviewed'; readonly revision: number }
  | {
      readonly kind: 'configuration-published';
      readonly version: number;
      readonly reason: string;
      /** The sentences of the change. */
      readonly changes: readonly string[];
    }
  | {
      readonly kind: 'registration-revoked';
      readonly methods: readonly MethodName[];
      readonly reason: string;
    }
  | { readonly kind: 'self-service-frozen'; readonly by: 'person' | 'help-desk'; readonly reason?: string }
  | { readonly kind: 'self-service-unfrozen'; readonly by: 'person' | 'help-desk'; readonly reason?: string }
  | { readonly kind: 'post-action-settled'; readonly action: string; readonly result: 'done' | 'given-up' }
  | { readonly kind: 'reminder-sent'; readonly letter: 'set-up-reminder' | 'register-again' }
  | { readonly kind: 'report-read'; readonly report: 'registrations' | 'trail' | 'pre-flight' };

/** One thing that happened, to whom, from where. `person` may be a stranger's. */
export interface TrailEvent {
  readonly id: string;
  readonly at: number;
  readonly person: Person;
  /** The administrator who did it to the person, or to the configuration (then `person` is themselves). */
  readonly by?: Administrator;
  /** The reference of the flow or session it belongs to; what people read out to the help desk. */
  readonly reference: string;
  /** The platform's source address. */
  readonly source: string;
  readonly happening: Happening;
}
