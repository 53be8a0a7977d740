import type { Account } from '../ports/directory.ts';
import { ineligibility, type Rulebook } from '../policy/eligibility.ts';

/** Why an account can't be helped here; told to its proven owner in words (screen V1). */
export type Obstacle =
  'gone' | 'protected' | 'disabled' | 'account-expired' | 'smart-card' | 'cannot-change-password';

/** What stands in the way of helping this account at all, as the directory shows it now; pure. */
export function obstacleTo(account: Account | undefined, rules: Rulebook, now: number): Obstacle | undefined {
  if (!account) return 'gone';
  if (ineligibility(account, rules, now)) return 'protected';
  if (account.disabled) return 'disabled';
  if (account.accountExpired) return 'account-expired';
  if (account.smartCardRequired) return 'smart-card';
  return account.cannotChangePassword ? 'cannot-change-password' : undefined;
}
