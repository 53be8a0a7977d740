import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { Failure } from '../../domain/failure.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Opener, Sealer, SealPurpose } from '../../domain/ports/sealer.ts';
import { awsError, awsErrorName } from '../system/aws-error.ts';
import { systemClock } from '../system/clock.ts';
import { envelopeOpener } from './envelope-opener.ts';
import { envelopeSealer } from './envelope-sealer.ts';
import { corrupt } from './envelope.ts';

/**
 * Seals under data keys of a symmetric KMS key, with the encryption context `{product, purpose}` (so that key policies and
 * CloudTrail can tell purposes apart). Needs `kms:GenerateDataKey` alone: who seals cannot open. Failure `keys-unavailable`.
 */
export function kmsSealer(client: KMSClient, keyId: string, clock: Clock = systemClock): Sealer {
  return envelopeSealer(async (purpose) => {
    try {
      const { Plaintext: key, CiphertextBlob: wrapped } = await client.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: context(purpose) }),
      );
      if (key !== undefined && wrapped !== undefined) return { key, wrapped };
    } catch (error) {
      throw unavailable(`KMS key ${keyId} made no data key for ${purpose}`, error);
    }
    throw new Failure('keys-unavailable', `KMS key ${keyId} answered without a data key for ${purpose}`);
  }, clock);
}

/**
 * Opens what `kmsSealer` sealed. Needs `kms:Decrypt`, on that key alone: the role's grant, not this code, decides which keys
 * may open, so that texts sealed under a former key stay readable while it is granted.
 * Failure `keys-unavailable`; `store-corrupt` when KMS says the wrapped key was never its own, or is for another purpose.
 */
export function kmsOpener(client: KMSClient, clock: Clock = systemClock): Opener {
  return envelopeOpener(async (purpose, wrapped) => {
    try {
      const { Plaintext: key } = await client.send(
        new DecryptCommand({ CiphertextBlob: wrapped, EncryptionContext: context(purpose) }),
      );
      if (key !== undefined) return key;
    } catch (error) {
      if (awsErrorName(error) === 'InvalidCiphertextException') throw corrupt(purpose, error);
      throw unavailable(`KMS opened no data key for ${purpose}`, error);
    }
    throw new Failure('keys-unavailable', `KMS answered without a data key for ${purpose}`);
  }, clock);
}

function context(purpose: SealPurpose): Record<string, string> {
  return { product: 'latchkey', purpose };
}

function unavailable(what: string, error: unknown): Failure {
  return new Failure('keys-unavailable', `${what} (${awsError(error)})`, { cause: error });
}
