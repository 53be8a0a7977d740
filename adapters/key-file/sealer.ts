import { hkdfSync, randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Opener, Sealer, SealPurpose } from '../../domain/ports/sealer.ts';
import { envelopeOpener } from '../kms/envelope-opener.ts';
import { envelopeSealer } from '../kms/envelope-sealer.ts';
import { systemClock } from '../system/clock.ts';
import { keyFile } from './key-file.ts';

/**
 * Seals under keys derived from a key file (mode 0600, made on first use). What stands in the place of a wrapped data key is a
 * random salt: key file, salt and purpose give the data key (HKDF, RFC 5869). Failure `keys-unavailable`.
 */
export function keyFileSealer(path: string, clock: Clock = systemClock): Sealer {
  const key = keyFile(path);
  return envelopeSealer(async (purpose) => {
    const wrapped = randomBytes(32);
    return { key: derived(await key(), wrapped, purpose), wrapped };
  }, clock);
}

/** Opens what `keyFileSealer` sealed with the same file. Failure `keys-unavailable`, or `store-corrupt` for an altered text. */
export function keyFileOpener(path: string, clock: Clock = systemClock): Opener {
  const key = keyFile(path);
  return envelopeOpener(async (purpose, salt) => derived(await key(), salt, purpose), clock);
}

function derived(key: Uint8Array, salt: Uint8Array, purpose: SealPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, `latchkey:seal:${purpose}`, 32));
}
