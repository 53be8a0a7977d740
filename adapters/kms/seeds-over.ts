import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Failure } from '../../domain/failure.ts';
import type { SealedSeed, Seeds } from '../../domain/ports/seeds.ts';

/** Derives the 256-bit key of all seeds from what its keeper (KMS, a key file) holds. */
export type DeriveSeedKey = () => Promise<Uint8Array>;

const VERSION = '1';

/**
 * The Seeds over any keeper: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, the owner authenticated with the seed. The
 * key is derived once a process; a derivation that failed is forgotten. Written as `1.iv.tag.ciphertext`, each part base64url.
 */
export function seedsOver(derive: DeriveSeedKey): Seeds {
  let known: Promise<Uint8Array> | undefined;
  async function key(): Promise<Uint8Array> {
    known ??= derive();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  return {
    async seal(owner, seed) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', await key(), iv).setAAD(associated(owner));
      const ciphertext = Buffer.concat([cipher.update(seed), cipher.final()]);
      return written([iv, cipher.getAuthTag(), ciphertext]);
    },
    async open(owner, sealed) {
      const [iv, tag, ciphertext] = parts(sealed);
      const decipher = createDecipheriv('aes-256-gcm', await key(), iv, { authTagLength: 16 });
      try {
        decipher.setAAD(associated(owner)).setAuthTag(tag);
        return new Uint8Array(Buffer.concat([decipher.update(ciphertext), decipher.final()]));
      } catch (error) {
        throw corrupt(error);
      }
    },
  };
}

function parts(sealed: SealedSeed): readonly [Buffer, Buffer, Buffer] {
  const [, iv, tag, ciphertext] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!iv || !tag || !ciphertext || iv.length !== 12) throw corrupt();
  // Buffer forgives stray characters and spare bits; what comes out otherwise when written again was altered.
  if (written([iv, tag, ciphertext]) !== sealed) throw corrupt();
  return [iv, tag, ciphertext];
}

const written = (bytes: readonly Buffer[]): SealedSeed =>
  [VERSION, ...bytes.map((part) => part.toString('base64url'))].join('.') as SealedSeed;

const associated = (owner: string): Buffer => Buffer.from(`latchkey:seed:${VERSION}:${owner}`);

const corrupt = (cause?: unknown): Failure =>
  new Failure('store-corrupt', 'A seed of an authenticator app does not open: altered, or of another owner', {
    cause,
  });
