import type { AccountState } from './entry.ts';
import { UAC } from './entry.ts';
import { NEVER, ticks } from './filetime.ts';
import type { Filetime } from './filetime.ts';
import type { Rules } from './password-rules.ts';
import { matchesPassword } from './stored-password.ts';

/** Locked at `now`: lockoutTime alone does not tell, since it stays after the duration has passed. */
export function isLocked(state: AccountState, rules: Rules, now: Filetime): boolean {
  if (state.lockoutTime === 0n || rules.lockoutThreshold === 0) return false;
  return rules.lockoutDurationMs === 0 || now < state.lockoutTime + ticks(rules.lockoutDurationMs);
}

/** msDS-UserPasswordExpiryTimeComputed (MS-ADTS 3.1.1.4.5.35): 0 = must be changed, NEVER = never. */
export function passwordExpiry(state: AccountState, rules: Rules): Filetime {
  const exempt = UAC.neverExpires | UAC.smartCardRequired | UAC.serverTrustAccount;
  if ((state.userAccountControl & exempt) !== 0) return NEVER;
  if (state.passwordLastSet === 0n) return 0n;
  return rules.maximumAgeMs === 0 ? NEVER : state.passwordLastSet + ticks(rules.maximumAgeMs);
}

/** msDS-User-Account-Control-Computed: what of userAccountControl depends on the time. */
export function computedControl(state: AccountState, rules: Rules, now: Filetime): number {
  return (
    (isLocked(state, rules, now) ? UAC.lockedOut : 0) |
    (passwordExpiry(state, rules) <= now ? UAC.passwordExpired : 0)
  );
}

/** How a password compares with those an account has had. */
export type PasswordMatch = 'current' | 'recent' | 'wrong';

/** `recent`: one of the two before the current one; trying those does not count as a bad logon. */
export function comparePassword(state: AccountState, password: string): PasswordMatch {
  const position = state.passwords.slice(0, 3).findIndex((stored) => matchesPassword(password, stored));
  return position === 0 ? 'current' : position > 0 ? 'recent' : 'wrong';
}

/** The account after one more bad password: counted within the window, locked at the threshold. */
export function afterBadPassword(state: AccountState, rules: Rules, now: Filetime): AccountState {
  const within = now - state.badPasswordTime <= ticks(rules.lockoutWindowMs);
  const badPasswordCount = within ? state.badPasswordCount + 1 : 1;
  const locks = rules.lockoutThreshold > 0 && badPasswordCount >= rules.lockoutThreshold;
  return { ...state, badPasswordCount, badPasswordTime: now, lockoutTime: locks ? now : state.lockoutTime };
}
