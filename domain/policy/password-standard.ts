import type { Account } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import { bannedWordsOf } from './banned-words.ts';
import type { Configuration } from './configuration.ts';

/** What a new password of one account is judged by. */
export interface PasswordStandard {
  readonly account: Pick<Account, 'username' | 'displayName'>;
  readonly rules: PasswordRules;
  readonly bannedWords: readonly string[];
}

/** The directory's rules for an account, joined to what the administrators ask for. */
export const passwordStandard = (
  account: PasswordStandard['account'],
  rules: PasswordRules,
  { document }: Pick<Configuration, 'document'>,
): PasswordStandard => ({ account, rules, bannedWords: bannedWordsOf(document) });
