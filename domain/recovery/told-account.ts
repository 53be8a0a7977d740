import type { Account } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import type { ExactObstacle } from './account-condition.ts';
import { lockOf, type Lock } from './lock.ts';
import { minimumAgeEndsAt } from './minimum-age.ts';

/** What the proven owner of an account is told of it, as it is now. Times are epoch milliseconds. */
export interface ToldAccount {
  readonly username: string;
  /** Left out when it is not locked. */
  readonly lock?: Lock;
  readonly password: {
    /** `expires-soon`: within 14 days. */
    readonly state: 'good' | 'expires-soon' | 'expired' | 'must-change';
    /** When it expires or expired; left out when it never does, or must be changed. */
    readonly expiresAt?: number;
    /** When its minimum age has passed; left out when it has. */
    readonly changeableFrom?: number;
    /** The rules in force, of the domain or of a password settings object. */
    readonly rules: PasswordRules;
  };
  /** When the account expires (within 14 days) or expired. */
  readonly expiresAt?: number;
  /** Signing in is not allowed at this hour. */
  readonly outsideLogonHours: boolean;
  /** Why nothing can be done for it here; exactly: people are told `toldObstacle`. */
  readonly obstacle?: ExactObstacle;
}

const SOON = 14 * 24 * 60 * 60_000;

/** Puts together what is told of an account; pure. */
export function tellAccount(
  account: Account,
  rules: PasswordRules,
  obstacle: ExactObstacle | undefined,
  now: number,
): ToldAccount {
  const lock = lockOf(account, rules, now);
  const { accountExpiresAt } = account;
  return {
    username: account.username,
    ...(lock && { lock }),
    password: { ...passwordOf(account, rules, now), rules },
    ...(accountExpiresAt !== undefined && accountExpiresAt - now < SOON && { expiresAt: accountExpiresAt }),
    outsideLogonHours: account.outsideLogonHours,
    ...(obstacle && { obstacle }),
  };
}

function passwordOf(account: Account, rules: PasswordRules, now: number) {
  const { mustChangePassword, passwordExpired, passwordExpiresAt: expiresAt } = account;
  if (mustChangePassword) return { state: 'must-change' } as const;
  const changeableFrom = minimumAgeEndsAt(account, rules, now);
  const soon = expiresAt !== undefined && expiresAt - now < SOON;
  return {
    state: passwordExpired ? 'expired' : soon ? 'expires-soon' : 'good',
    ...(expiresAt !== undefined && { expiresAt }),
    ...(changeableFrom !== undefined && { changeableFrom }),
  } as const;
}
