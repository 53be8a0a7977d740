import type { Person } from '../person.ts';
import type { Account } from './account.ts';
import type { DirectoryAnswer } from './directory-answer.ts';
import type { PasswordRules } from './password-rules.ts';

/** How a reset leaves the new password. */
export interface ResetManner {
  /** It must be changed at the next sign-in. */
  readonly mustChange: true;
}

/**
 * One person's account on one writable domain controller: what it says now, and the two repairs. A repair throws
 * Failure `directory-unreachable`, `-busy`, `-untrusted` or `-credentials` only when nothing was sent.
 */
export interface RepairBench {
  readonly account: Account;
  readonly rules: PasswordRules;
  /** Whether this domain controller holds a reset to the password history of `rules`: it has the policy-hints control. */
  readonly historyEnforced: boolean;
  /** lockoutTime = 0. */
  unlock(): Promise<DirectoryAnswer>;
  /**
   * One modify: unicodePwd and lockoutTime = 0, with the policy-hints control where the domain controller has it. With
   * `mustChange` pwdLastSet = 0 too: the password opens nothing but its own change.
   */
  reset(newPassword: string, how?: ResetManner): Promise<DirectoryAnswer>;
  /**
   * The account as the same domain controller shows it now, over a new connection and within seconds, for when an answer was
   * lost; undefined when it is gone. Throws a Failure when that domain controller does not answer.
   */
  readBack(): Promise<Account | undefined>;
}

/** Repairs accounts, as the self-service account. */
export interface RepairDesk {
  /**
   * Brings the person's account to the bench: one connection to one writable domain controller, which all of
   * `work` sees. Undefined at the bench: the account is gone. Throws a Failure when no domain controller can be
   * reached; nothing has been changed then. Only reads fail over to another domain controller.
   */
  at<T>(person: Person, work: (bench: RepairBench | undefined) => Promise<T>): Promise<T>;
}
