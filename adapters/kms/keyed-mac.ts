import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { Failure } from '../../domain/failure.ts';
import type { KeyedMac } from '../../domain/ports/keyed-mac.ts';
import { awsError } from '../system/aws-error.ts';
import { macOver } from './mac-over.ts';

/**
 * Tags by an HMAC_256 key of KMS. `tag` and `matches` cost one GenerateMac each, whatever the answer; quick tags cost one
 * per purpose and process. Needs `kms:GenerateMac` alone. Messages up to 4,092 bytes.
 * KMS out of reach, or unwilling, is the Failure `keys-unavailable`.
 */
export function kmsKeyedMac(client: KMSClient, keyId: string): KeyedMac {
  return macOver(async (message) => {
    const { Mac } = await generated(client, keyId, message);
    if (Mac === undefined) throw new Failure('keys-unavailable', `KMS key ${keyId} gave no MAC`);
    return Mac;
  });
}

async function generated(client: KMSClient, keyId: string, message: Uint8Array) {
  try {
    return await client.send(
      new GenerateMacCommand({ KeyId: keyId, Message: message, MacAlgorithm: 'HMAC_SHA_256' }),
    );
  } catch (error) {
    throw new Failure('keys-unavailable', `KMS key ${keyId} made no MAC (${awsError(error)})`, {
      cause: error,
    });
  }
}
