import type { Account } from '../ports/account.ts';
import { ineligibility, type Ineligibility, type Rulebook } from '../policy/eligibility.ts';

/** Why an account can't be helped here; told to its proven owner in words (screen V1). */
export type Obstacle =
  'gone' | 'protected' | 'disabled' | 'account-expired' | 'smart-card' | 'cannot-change-password';

/** The same as administrators and the trail are told: `protected` said exactly. */
export type ExactObstacle = Exclude<Obstacle, 'protected'> | Ineligibility;

/** What of an account stands in the way of any help. */
export type Obstructive = Pick<
  Account,
  'disabled' | 'accountExpired' | 'smartCardRequired' | 'cannotChangePassword'
>;

/** What stands in the way of helping this account at all, as the directory shows it now; pure. */
export function exactObstacleTo(
  account: Account | undefined,
  rules: Rulebook,
  now: number,
): ExactObstacle | undefined {
  if (!account) return 'gone';
  return ineligibility(account, rules, now) ?? obstacleOfState(account);
}

/** What an account's own state puts in the way, whoever it belongs to; pure. */
export function obstacleOfState(state: Obstructive): ExactObstacle | undefined {
  if (state.disabled) return 'disabled';
  if (state.accountExpired) return 'account-expired';
  if (state.smartCardRequired) return 'smart-card';
  return state.cannotChangePassword ? 'cannot-change-password' : undefined;
}

/** What people are told of an obstacle: which rule protects an account is nobody's business but the administrators'. */
export function toldObstacle(exact: ExactObstacle): Obstacle {
  switch (exact) {
    case 'blocked':
    case 'own-account':
    case 'privileged':
    case 'out-of-scope':
      return 'protected';
    case 'gone':
    case 'disabled':
    case 'account-expired':
    case 'smart-card':
    case 'cannot-change-password':
      return exact;
  }
}
