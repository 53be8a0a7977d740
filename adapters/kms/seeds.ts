import type { KMSClient } from '@aws-sdk/client-kms';
import type { Seeds } from '../../domain/ports/seeds.ts';
import { kmsKeeperMac } from './keeper-mac.ts';
import { seedsOver } from './seeds-over.ts';

/**
 * Seeds under a key that an HMAC_256 key of KMS yields: one GenerateMac a process, whoever is asked about (decision 20). Needs
 * `kms:GenerateMac` on that key, which must serve nothing else: whoever may use it can read every seed. Failure
 * `keys-unavailable`; `store-corrupt` for a seed that was altered or moved.
 */
export function kmsSeeds(client: KMSClient, keyId: string): Seeds {
  const keeper = kmsKeeperMac(client, keyId);
  return seedsOver(() => keeper(Buffer.from('latchkey:seeds:1')));
}
