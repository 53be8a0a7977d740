import { filetimeToMs } from '../policy/password-rules.ts';
import type { Account } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';

/**
 * When the minimum age of a password has passed (epoch milliseconds); undefined when it has by `now`, or never counts: one
 * that must be changed may always be (MS-SAMR 3.1.1.7.2). Pure.
 */
export function minimumAgeEndsAt(
  { passwordLastSet }: Pick<Account, 'passwordLastSet'>,
  { minimumAgeMs }: Pick<PasswordRules, 'minimumAgeMs'>,
  now: number,
): number | undefined {
  if (minimumAgeMs === 0) return undefined;
  // Of a password that must be changed pwdLastSet is 0, which is 1601: no age holds it back.
  const ends = filetimeToMs(passwordLastSet) + minimumAgeMs;
  return ends > now ? ends : undefined;
}
