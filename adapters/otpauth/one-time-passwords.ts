import { timingSafeEqual } from 'node:crypto';
import type { OneTimePasswords } from '../../domain/ports/one-time-passwords.ts';

const ALGORITHM = { algorithm: 'SHA1', digits: 6 } as const;
/** RFC 6238 §4.1, seconds. */
const PERIOD = 30;

/**
 * One-time passwords by the `otpauth` library, which is loaded when first needed. Both steps are always made and compared, so that
 * the work says nothing of the code.
 */
export const otpauthPasswords = (): OneTimePasswords => ({
  async stepOf(seed, code, now) {
    const { HOTP, Secret } = await import('otpauth');
    const secret = new Secret({ buffer: bufferOf(seed) });
    const present = Math.floor(now / (PERIOD * 1_000));
    const right = [present, present - 1].filter((counter) =>
      same(HOTP.generate({ secret, counter, ...ALGORITHM }), code),
    );
    // The later one, should both steps have the same code: then neither works again.
    return right[0];
  },
  async setUp(seed, issuer, account) {
    const { Secret, TOTP } = await import('otpauth');
    const secret = new Secret({ buffer: bufferOf(seed) });
    // A colon parts the two in the address, and may stand in neither (Google Authenticator's key URI format).
    const [named, label] = [issuer.replaceAll(':', ' '), account.replaceAll(':', ' ')];
    const totp = new TOTP({ issuer: named, label, secret, period: PERIOD, ...ALGORITHM });
    return { uri: totp.toString(), secret: secret.base32 };
  },
});

/** A copy: the library takes the whole buffer that bytes stand in. */
const bufferOf = (seed: Uint8Array): ArrayBuffer => Uint8Array.from(seed).buffer;

function same(made: string, typed: string): boolean {
  const [left, right] = [Buffer.from(made), Buffer.from(typed)];
  return left.length === right.length && timingSafeEqual(left, right);
}
