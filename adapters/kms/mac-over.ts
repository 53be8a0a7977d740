import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyedMac } from '../../domain/ports/keyed-mac.ts';

/** HMAC-SHA-256 of a message by a key that stays with its keeper (KMS, a key file). */
export type KeeperMac = (message: Uint8Array) => Promise<Uint8Array>;

/**
 * The KeyedMac over any keeper. `tag` is HMAC(key, 'tag:' ‖ message), a subkey is HMAC(key, 'subkey:' ‖ purpose): with the two
 * prefixes no message a caller can choose ever yields a subkey. Subkeys are fetched once a process; a fetch
 * that failed is forgotten, so that the next call tries again.
 */
export function macOver(keeper: KeeperMac): KeyedMac {
  const subkeys = new Map<string, Promise<Uint8Array>>();

  async function tag(message: Uint8Array): Promise<string> {
    return encoded(await keeper(Buffer.concat([Buffer.from('tag:'), message])));
  }

  async function subkey(purpose: string): Promise<Uint8Array> {
    const known = subkeys.get(purpose);
    if (known !== undefined) return known;
    const asked = keeper(Buffer.from(`subkey:${purpose}`));
    subkeys.set(purpose, asked);
    try {
      return await asked;
    } catch (error) {
      subkeys.delete(purpose);
      throw error;
    }
  }

  async function quickTag(purpose: string, message: string): Promise<string> {
    return createHmac('sha256', await subkey(purpose))
      .update(message)
      .digest('base64url');
  }

  return {
    tag,
    // Made anew and compared here, not by VerifyMac: that throws on a wrong tag, so right and wrong would differ.
    matches: async (message, expected) => same(await tag(message), expected),
    quickTag,
    quickMatches: async (purpose, message, expected) => same(await quickTag(purpose, message), expected),
  };
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function same(made: string, expected: string): boolean {
  const [left, right] = [Buffer.from(made), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
