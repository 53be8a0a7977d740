import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsFault } from './aws-fault.ts';
import type { KmsKeys } from './kms-keys.ts';

/** Names and values that must be the same when encrypting and when decrypting. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** A ciphertext in the stand-in's own form: length and text of the key's ARN, nonce, tag, AES-256-GCM. */
export function encrypted(
  keys: KmsKeys,
  keyId: string,
  plaintext: Uint8Array,
  context: EncryptionContext,
): Buffer {
  const { arn, material } = keys.find(keyId, 'SYMMETRIC_DEFAULT');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', material, iv).setAAD(associated(arn, context));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from([arn.length]), Buffer.from(arn), iv, cipher.getAuthTag(), body]);
}

/** What was encrypted, and under which key. Altered, or with another context: InvalidCiphertextException. */
export function decrypted(
  keys: KmsKeys,
  blob: Buffer,
  context: EncryptionContext,
): { readonly arn: string; readonly plaintext: Buffer } {
  const arnEnd = 1 + (blob[0] ?? 0);
  const arn = blob.toString('utf8', 1, arnEnd);
  try {
    const { material } = keys.find(arn, 'SYMMETRIC_DEFAULT');
    const decipher = createDecipheriv('aes-256-gcm', material, blob.subarray(arnEnd, arnEnd + 12));
    decipher.setAAD(associated(arn, context)).setAuthTag(blob.subarray(arnEnd + 12, arnEnd + 28));
    return { arn, plaintext: Buffer.concat([decipher.update(blob.subarray(arnEnd + 28)), decipher.final()]) };
  } catch (error) {
    throw Object.assign(new AwsFault('InvalidCiphertextException', ''), { cause: error });
  }
}

function associated(arn: string, context: EncryptionContext): Buffer {
  return Buffer.from(
    JSON.stringify([
      arn,
      Object.keys(context)
        .sort()
        .map((name) => [name, context[name]]),
    ]),
  );
}
