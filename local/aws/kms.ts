import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  timingSafeEqual,
} from 'node:crypto';
import * as z from 'zod';
import { AwsFault } from './aws-fault.ts';
import { decrypted, encrypted } from './kms-ciphertext.ts';
import type { KmsKeys } from './kms-keys.ts';
import { operation, type Service } from './operation.ts';

const KeyId = z.string().min(1);
const Blob = z
  .base64()
  .min(1)
  .transform((text) => Buffer.from(text, 'base64'));
const EncryptionContext = z.record(z.string(), z.string()).default({});
const Mac = {
  KeyId,
  Message: Blob.refine((message) => message.length <= 4096),
  MacAlgorithm: z.literal('HMAC_SHA_256'),
};
const Encrypt = z.object({ KeyId, Plaintext: Blob.refine((text) => text.length <= 4096), EncryptionContext });
const Decrypt = z.object({ KeyId: KeyId.optional(), CiphertextBlob: Blob, EncryptionContext });
const Sign = z.object({
  KeyId,
  Message: Blob.refine((message) => message.length <= 4096),
  MessageType: z.literal('RAW'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});
const GenerateDataKey = z.object({ KeyId, KeySpec: z.literal('AES_256'), EncryptionContext });

/**
 * KMS: GenerateMac and VerifyMac; GenerateDataKey, Encrypt and Decrypt with encryption context; Sign and GetPublicKey;
 * over the given keys.
 */
export function standInKms(keys: KmsKeys): Service {
  return {
    GenerateMac: operation(z.object(Mac), ({ KeyId: keyId, Message, MacAlgorithm }) => {
      const { arn, mac } = macOf(keys, keyId, Message);
      return { KeyId: arn, Mac: mac.toString('base64'), MacAlgorithm };
    }),
    VerifyMac: operation(
      z.object({ ...Mac, Mac: Blob }),
      ({ KeyId: keyId, Message, MacAlgorithm, Mac: given }) => {
        const { arn, mac } = macOf(keys, keyId, Message);
        if (given.length !== mac.length || !timingSafeEqual(given, mac)) {
          throw new AwsFault('KMSInvalidMacException', '');
        }
        return { KeyId: arn, MacValid: true, MacAlgorithm };
      },
    ),
    GenerateDataKey: operation(GenerateDataKey, ({ KeyId: keyId, EncryptionContext: context }) => {
      const key = randomBytes(32);
      const blob = encrypted(keys, keyId, key, context);
      return { ...answer(keys, keyId, blob), Plaintext: key.toString('base64') };
    }),
    Sign: operation(Sign, ({ KeyId: keyId, Message, SigningAlgorithm }) => {
      const { arn, key } = signingKey(keys, keyId);
      return { KeyId: arn, Signature: sign('sha256', Message, key).toString('base64'), SigningAlgorithm };
    }),
    GetPublicKey: operation(z.object({ KeyId }), ({ KeyId: keyId }) => {
      const { arn, key } = signingKey(keys, keyId);
      const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
      return {
        KeyId: arn,
        PublicKey: der.toString('base64'),
        KeySpec: 'ECC_NIST_P256',
        KeyUsage: 'SIGN_VERIFY',
      };
    }),
    Encrypt: operation(Encrypt, ({ KeyId: keyId, Plaintext, EncryptionContext: context }) => ({
      ...answer(keys, keyId, encrypted(keys, keyId, Plaintext, context)),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    })),
    Decrypt: operation(Decrypt, ({ KeyId: keyId, CiphertextBlob, EncryptionContext: context }) => {
      const { arn, plaintext } = decrypted(keys, CiphertextBlob, context);
      if (keyId !== undefined && keys.find(keyId, 'SYMMETRIC_DEFAULT').arn !== arn) {
        throw new AwsFault('IncorrectKeyException', 'The ciphertext was made under another key');
      }
      return {
        KeyId: arn,
        Plaintext: plaintext.toString('base64'),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      };
    }),
  };
}

function signingKey(keys: KmsKeys, keyId: string) {
  const { arn, material } = keys.find(keyId, 'ECC_NIST_P256');
  return { arn, key: createPrivateKey({ key: material, format: 'der', type: 'pkcs8' }) };
}

function answer(keys: KmsKeys, keyId: string, blob: Buffer) {
  return { KeyId: keys.find(keyId, 'SYMMETRIC_DEFAULT').arn, CiphertextBlob: blob.toString('base64') };
}

function macOf(keys: KmsKeys, keyId: string, message: Uint8Array) {
  const { arn, material } = keys.find(keyId, 'HMAC_256');
  return { arn, mac: createHmac('sha256', material).update(message).digest() };
}
