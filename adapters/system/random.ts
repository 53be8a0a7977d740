import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Random } from '../../domain/ports/random.ts';

/** What can be read out on the telephone: no 0/O, no 1/I/L. */
const SPELLABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * The key under which the store keeps what a handle opens: the SHA-256 of the handle's text, base64url.
 * Plain SHA-256 is enough because a handle has 256 random bits: there is nothing to guess.
 */
export function handleKey(handle: string): string {
  return createHash('sha256').update(handle).digest('base64url');
}

/** Randomness from the operating system, through node:crypto. Digits and letters are drawn without modulo bias. */
export function systemRandom(): Random {
  return {
    handle() {
      const handle = randomBytes(32).toString('base64url');
      return { handle, key: handleKey(handle) };
    },
    id: () => randomBytes(16).toString('base64url'),
    digits: (count) => drawn(count, '0123456789'),
    reference: () => `${drawn(4, SPELLABLE)}-${drawn(4, SPELLABLE)}`,
    bytes: (count) => new Uint8Array(randomBytes(count)),
  };
}

function drawn(count: number, alphabet: string): string {
  return Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
