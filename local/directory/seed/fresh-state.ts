import { randomBytes } from 'node:crypto';
import { UAC } from '../entry.ts';
import type { AccountState } from '../entry.ts';
import { NEVER, ticks } from '../filetime.ts';
import type { Filetime } from '../filetime.ts';
import { storePassword } from '../stored-password.ts';
import type { StoredPassword } from '../stored-password.ts';

/** Hashes of the cast's passwords, made once per process: every beginning needs all of them. */
const hashed = new Map<string, StoredPassword>();

/** A state nobody has touched: normal, never expiring account, password `ageMs` old; undefined = one that nobody knows. */
export function freshState(password: string | undefined, now: Filetime, ageMs: number): AccountState {
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
    passwords: [password === undefined ? unknowable() : storedOnce(password)],
    stamped: false,
    cannotChangePassword: false,
  };
}

function storedOnce(password: string): StoredPassword {
  const stored = hashed.get(password) ?? storePassword(password);
  hashed.set(password, stored);
  return stored;
}

/** A hash of nothing. */
const unknowable = (): StoredPassword => ({
  salt: randomBytes(16).toString('base64url'),
  hash: randomBytes(32).toString('base64url'),
});
