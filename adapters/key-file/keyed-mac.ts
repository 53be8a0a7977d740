import { createHmac, hkdfSync } from 'node:crypto';
import type { KeyedMac } from '../../domain/ports/keyed-mac.ts';
import { macOver } from '../kms/mac-over.ts';
import { keyFile } from './key-file.ts';

/**
 * Tags by a key file (mode 0600, made on first use): the stand-in for KMS where there is no KMS. The HMAC key is derived
 * from the file (HKDF, RFC 5869), so that one file may serve sealing as well. Failure `keys-unavailable`.
 */
export function keyFileMac(path: string): KeyedMac {
  const key = keyFile(path);
  return macOver(async (message) => {
    const macKey = hkdfSync('sha256', await key(), '', 'latchkey:mac', 32);
    return createHmac('sha256', Buffer.from(macKey)).update(message).digest();
  });
}
