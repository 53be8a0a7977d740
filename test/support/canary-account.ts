import type { CanaryNeeds } from '../../domain/canary/run-canary.ts';
import type { PasswordTrial } from '../../domain/ports/password-desk.ts';

/** The account that a canary is, and what was done to it. */
export interface CanaryAccount {
  /** The password in force. */
  password: string;
  locked: boolean;
  disabled: boolean;
  /** Wrong passwords that lock; none ever when undefined. */
  threshold: number | undefined;
  /** Wrong passwords since the last right way in. */
  wrongs: number;
  /** What each action asks for. */
  asks: Readonly<Record<'unlock' | 'reset', readonly string[]>>;
  unlocks: number;
  resets: number;
  /** When it was last reset. */
  resetAt: number;
}

/** A domain controller that knows the account. */
export const canaryDesk = (account: CanaryAccount): NonNullable<CanaryNeeds['desk']> => ({
  tryPassword: async ({ password }): Promise<PasswordTrial> => {
    if (account.locked) return 'locked';
    if (password === account.password) return 'right';
    account.wrongs += 1;
    account.locked = account.threshold !== undefined && account.wrongs >= account.threshold;
    return account.locked ? 'locked' : 'wrong';
  },
});
