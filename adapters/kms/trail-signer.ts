import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { Failure } from '../../domain/failure.ts';
import type { SigningKey, TrailSigner } from '../../domain/ports/trail-signer.ts';
import { awsError } from '../system/aws-error.ts';
import { p256Signed } from '../system/p256-signed.ts';

/**
 * Signs by an ECC_NIST_P256 key of KMS, which never leaves it. Needs `kms:Sign`, and `kms:GetPublicKey` once a process; signatures are
 * checked here, by the public key. KMS out of reach,
 * or unwilling, is the Failure `keys-unavailable`. Texts up to 4,096 bytes.
 */
export function kmsTrailSigner(client: KMSClient, keyId: string): TrailSigner {
  let known: SigningKey | undefined;
  const guarded = async (what: string, send: () => Promise<Uint8Array | undefined>): Promise<Uint8Array> => {
    try {
      const bytes = await send();
      if (bytes !== undefined) return bytes;
    } catch (cause) {
      throw new Failure('keys-unavailable', `KMS key ${keyId} gave no ${what} (${awsError(cause)})`, {
        cause,
      });
    }
    throw new Failure('keys-unavailable', `KMS key ${keyId} gave no ${what}`);
  };
  const key = async (): Promise<SigningKey> => {
    const asked = async () => (await client.send(new GetPublicKeyCommand({ KeyId: keyId }))).PublicKey;
    known ??= signingKey(await guarded('public key', asked));
    return known;
  };
  return {
    key,
    signed: async (text, signature) => p256Signed((await key()).pem, text, signature),
    async sign(text) {
      const command = new SignCommand({
        KeyId: keyId,
        Message: Buffer.from(text),
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      });
      const signature = await guarded('signature', async () => (await client.send(command)).Signature);
      return Buffer.from(signature).toString('base64');
    },
  };
}

/** A public key by its DER (SubjectPublicKeyInfo). */
export const signingKey = (der: Uint8Array): SigningKey => ({
  fingerprint: createHash('sha256').update(der).digest('hex'),
  pem: createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
    .export({ format: 'pem', type: 'spki' })
    .toString(),
});
