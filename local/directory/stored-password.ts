import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** A password as the look-alike keeps it, in memory and on disk: salted scrypt, base64url. */
export interface StoredPassword {
  readonly salt: string;
  readonly hash: string;
}

/** Cheap, because it only guards the demonstration's made-up people (about 2 ms). */
const COST = { N: 1024, r: 8, p: 1 } as const;

const derive = (password: string, salt: string): Buffer =>
  scryptSync(Buffer.from(password, 'utf16le'), Buffer.from(salt, 'base64url'), 32, COST);

/** Not normalised: AD takes NFC and NFD spellings for different passwords. */
export function storePassword(password: string): StoredPassword {
  const salt = randomBytes(16).toString('base64url');
  return { salt, hash: derive(password, salt).toString('base64url') };
}

export const matchesPassword = (password: string, stored: StoredPassword): boolean =>
  timingSafeEqual(derive(password, stored.salt), Buffer.from(stored.hash, 'base64url'));
