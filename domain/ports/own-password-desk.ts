import type { OwnCredential } from '../rotation/account-pair.ts';
import type { DirectoryAnswer } from './directory-answer.ts';
import type { PasswordTrial } from './password-desk.ts';

/** What became of the change of an own account's password. */
export type OwnChange =
  | Exclude<DirectoryAnswer, { kind: 'refused' }>
  /** The account cannot sign in with its old password; nothing was asked for. */
  | { readonly kind: 'closed'; readonly trial: Exclude<PasswordTrial, 'right'> }
  | {
      readonly kind: 'refused';
      readonly reason: Extract<DirectoryAnswer, { kind: 'refused' }>['reason'];
      /** When the domain's minimum age will let it be changed again, if that is in the way; epoch milliseconds. */
      readonly mayChangeAt?: number;
    };

/** How one domain controller took an account. */
export interface Reception {
  /** Its ldaps URL. */
  readonly domainController: string;
  readonly trial: PasswordTrial;
}

/**
 * Changes and tries the passwords of the product's own accounts in one domain: each as that account itself, so that no right
 * over anybody is needed. Every method throws Failure `directory-unreachable` or `-untrusted` when no domain controller
 * answers; nothing was changed then.
 */
export interface OwnPasswordDesk {
  /** One sign-in, at the first writable domain controller that answers. */
  tryPassword(account: OwnCredential): Promise<PasswordTrial>;
  /** Old to new at the first writable domain controller that answers. At most one bad logon; the change is asked for once. */
  changePassword(account: OwnCredential, to: string): Promise<OwnChange>;
  /**
   * Signs in at each domain controller in turn and reads the domain's head and the account itself there. Ends at the first
   * that does not take the password; those that do not answer are left out. Failure `directory-misbehaved` when a controller
   * shows the account nothing.
   */
  present(account: OwnCredential): Promise<readonly Reception[]>;
}
