import type { KMSClient } from '@aws-sdk/client-kms';
import type { KeyedMac } from '../../domain/ports/keyed-mac.ts';
import { kmsKeeperMac } from './keeper-mac.ts';
import { macOver } from './mac-over.ts';

/**
 * Tags by an HMAC_256 key of KMS. `tag` and `matches` cost one GenerateMac each, whatever the answer; quick tags cost one
 * per purpose and process. Needs `kms:GenerateMac` alone. Messages up to 4,092 bytes.
 * KMS out of reach, or unwilling, is the Failure `keys-unavailable`.
 */
export const kmsKeyedMac = (client: KMSClient, keyId: string): KeyedMac =>
  macOver(kmsKeeperMac(client, keyId));
