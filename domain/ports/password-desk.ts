import type { Account } from './account.ts';
import type { DirectoryAnswer } from './directory-answer.ts';

/** What a bind with a person's own password says. All but `wrong` and `locked` prove that the password was right. */
export type PasswordTrial =
  | 'right'
  | 'wrong'
  | 'locked'
  | 'disabled'
  | 'account-expired'
  | 'must-change'
  | 'password-expired'
  | 'not-now';

/**
 * Tries and changes a person's own password. An empty password never reaches a bind (RFC 4513 §5.1.2:
 * AD takes name + empty password for anonymous and says yes); it is `wrong`.
 */
export interface PasswordDesk {
  /** Binds as the account; for undefined (a stranger of that domain) as a DN that does not exist, for the same work. */
  tryPassword(domain: string, account: Account | undefined, password: string): Promise<PasswordTrial>;
  /**
   * Changes old to new on the account's own right (delete + add of unicodePwd; history and age apply), for
   * people who cannot bind (must change, expired) too. The one thing it is asked to do is asked once.
   */
  changePassword(
    account: Account,
    change: { readonly from: string; readonly to: string },
  ): Promise<DirectoryAnswer>;
  /**
   * The account as its own domain controller shows it now, over a new connection and within seconds, for when an answer was
   * lost; undefined when it is gone. Throws a Failure when that domain controller does not answer.
   */
  readBack(account: Account): Promise<Account | undefined>;
}
