import { filetimeToMs } from '../policy/password-rules.ts';
import type { Account } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';

/** Since when an account is locked, and when that ends by itself. Epoch milliseconds. */
export interface Lock {
  /** Left out when the directory does not say. */
  readonly since?: number;
  /** Left out where nobody knows, or somebody has to unlock it (a lockout duration of 0, MS-ADTS 3.1.1.4.5.17). */
  readonly endsAt?: number;
}

/** The lock of an account, by the rules in force for it; undefined when it is not locked. Pure. */
export function lockOf(
  { locked, lockoutTime }: Pick<Account, 'locked' | 'lockoutTime'>,
  rules: Pick<PasswordRules, 'lockoutDurationMs'> | undefined,
  now: number,
): Lock | undefined {
  if (!locked) return undefined;
  if (lockoutTime === '0') return {};
  const since = filetimeToMs(lockoutTime);
  const endsAt = since + (rules?.lockoutDurationMs ?? 0);
  // A domain controller whose clock runs behind ours still calls it locked: a moment that is past would be no comfort.
  return { since, ...(endsAt > now && { endsAt }) };
}
