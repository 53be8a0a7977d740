import type { Person } from '../person.ts';
import type { Action } from '../policy/action.ts';

/** Would it work now for one person? Green: all that is offered; amber: some of it, or only a while from now; red: nothing. */
export const COLOURS = ['green', 'amber', 'red'] as const;
export type Colour = (typeof COLOURS)[number];

/** The one thing to put right first. */
export interface Fix {
  /** Stable. */
  readonly code: FixCode;
  /** Cause and next step, as a sentence for an administrator. */
  readonly sentence: string;
}

/** Everything that can keep a person from helping themselves, the first to be put right first. */
export const FIXES = [
  'gone',
  'blocked',
  'own-account',
  'privileged',
  'out-of-scope',
  'not-offered',
  'self-service-frozen',
  'not-enrolled',
  'register-again',
  'register-more',
  'disabled',
  'account-expired',
  'smart-card',
  'cannot-change-password',
  'no-reset-right',
  'no-unlock-right',
  'password-expired',
  'locked',
  'minimum-age',
] as const;
export type FixCode = (typeof FIXES)[number];

/** What would become of an action, asked for now. */
export type ActionProspect =
  | { readonly works: true }
  | {
      readonly works: false;
      readonly because: Exclude<FixCode, 'not-offered'>;
      /** When that ends by itself, in epoch milliseconds, where it is known to; the pre-flight does not keep it. */
      readonly until?: number;
    }
  | { readonly works: 'not-offered' };

/** One person in the nightly pre-flight. */
export interface Prospect {
  readonly person: Person;
  /** `CORP\asmith`. */
  readonly name: string;
  readonly displayName: string;
  readonly colour: Colour;
  readonly actions: Readonly<Record<Action, ActionProspect>>;
  /** Left out of a green one. */
  readonly fix?: FixCode;
}
