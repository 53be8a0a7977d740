import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Failure } from '../../domain/failure.ts';
import type { Sealed, SealPurpose } from '../../domain/ports/sealer.ts';

/** A 256-bit key for texts, and the same key as only its keeper can give it back. */
export interface DataKey {
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** The parts of a sealed text. */
export interface Envelope {
  readonly wrapped: Uint8Array;
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
  readonly ciphertext: Uint8Array;
}

const VERSION = '1';
/** Texts are padded to a multiple of this many bytes, so that the length of a sealed text tells little. */
const BLOCK = 64;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; the purpose is authenticated with the text.
 * Written as `1.wrapped.iv.tag.ciphertext`, each part base64url.
 */
export function seal({ key, wrapped }: DataKey, purpose: SealPurpose, text: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated(purpose));
  const ciphertext = Buffer.concat([cipher.update(padded(text)), cipher.final()]);
  return written({ wrapped, iv, tag: cipher.getAuthTag(), ciphertext });
}

/** Takes a sealed text apart. What does not have its shape is the Failure `store-corrupt`. */
export function parts(purpose: SealPurpose, sealed: Sealed): Envelope {
  const [, wrapped, iv, tag, ciphertext] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (wrapped === undefined || iv === undefined || tag === undefined || ciphertext === undefined) {
    throw corrupt(purpose);
  }
  const envelope = { wrapped, iv, tag, ciphertext };
  // Buffer forgives stray characters and spare bits; a text that comes out otherwise when written again was altered.
  if (wrapped.length === 0 || written(envelope) !== sealed) throw corrupt(purpose);
  return envelope;
}

/** The text of an envelope. A wrong key, another purpose or any altered bit is the Failure `store-corrupt`. */
export function open(envelope: Envelope, key: Uint8Array, purpose: SealPurpose): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, envelope.iv, { authTagLength: 16 });
    decipher.setAAD(associated(purpose)).setAuthTag(envelope.tag);
    return unpadded(Buffer.concat([decipher.update(envelope.ciphertext), decipher.final()]));
  } catch (error) {
    throw corrupt(purpose, error);
  }
}

/** The Failure for a sealed text that cannot have been sealed by us, for this purpose, and left alone. */
export function corrupt(purpose: SealPurpose, cause?: unknown): Failure {
  return new Failure(
    'store-corrupt',
    `A text sealed as ${purpose} does not open: altered, or of another purpose`,
    {
      cause,
    },
  );
}

function written({ wrapped, iv, tag, ciphertext }: Envelope): Sealed {
  const encoded = [wrapped, iv, tag, ciphertext].map((part) => Buffer.from(part).toString('base64url'));
  return [VERSION, ...encoded].join('.') as Sealed;
}

function associated(purpose: SealPurpose): Buffer {
  return Buffer.from(`latchkey:${VERSION}:${purpose}`);
}

function padded(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const block = Buffer.alloc(Math.ceil((4 + bytes.length) / BLOCK) * BLOCK);
  block.writeUInt32BE(bytes.length);
  bytes.copy(block, 4);
  return block;
}

function unpadded(block: Buffer): string {
  return block.toString('utf8', 4, 4 + block.readUInt32BE());
}
