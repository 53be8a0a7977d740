import { randomBytes } from 'node:crypto';
import { UAC } from '../entry.ts';
import type { AccountState } from '../entry.ts';
import { NEVER, ticks } from '../filetime.ts';
import type { Filetime } from '../filetime.ts';
import { storePassword } from '../stored-password.ts';

/** A state nobody has touched: normal, never expiring account, password `ageMs` old. */
export function freshState(password: string, now: Filetime, ageMs: number): AccountState {
  const passwordLastSet = now - ticks(ageMs);
  return {
    userAccountControl: UAC.normalAccount,
    accountExpires: NEVER,
    passwordLastSet,
    replacedAt: passwordLastSet,
    lockoutTime: 0n,
    badPasswordCount: 0,
    badPasswordTime: 0n,
    lastLogon: 0n,
    logonCount: 0,
    passwords: [storePassword(password)],
    stamped: false,
    cannotChangePassword: false,
  };
}

/** A password nobody knows. */
export const unguessable = (): string => randomBytes(24).toString('base64url');
