import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { Failure } from '../../domain/failure.ts';
import { awsError } from '../system/aws-error.ts';
import type { KeeperMac } from './mac-over.ts';

/**
 * One GenerateMac by an HMAC_256 key of KMS; messages up to 4,096 bytes. Needs `kms:GenerateMac` alone. KMS out of reach, or
 * unwilling, is the Failure `keys-unavailable`.
 */
export const kmsKeeperMac =
  (client: KMSClient, keyId: string): KeeperMac =>
  async (message) => {
    const { Mac } = await generated(client, keyId, message);
    if (Mac === undefined) throw new Failure('keys-unavailable', `KMS key ${keyId} gave no MAC`);
    return Mac;
  };

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
