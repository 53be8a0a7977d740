import { hkdfSync } from 'node:crypto';
import type { Seeds } from '../../domain/ports/seeds.ts';
import { seedsOver } from '../kms/seeds-over.ts';
import { keyFile } from './key-file.ts';

/**
 * Seeds under a key derived from a key file (HKDF, RFC 5869): the stand-in for KMS where there is no KMS. Failure
 * `keys-unavailable`; `store-corrupt` for a seed that was altered or moved.
 */
export function keyFileSeeds(path: string): Seeds {
  const key = keyFile(path);
  return seedsOver(async () => new Uint8Array(hkdfSync('sha256', await key(), '', 'latchkey:seeds', 32)));
}
