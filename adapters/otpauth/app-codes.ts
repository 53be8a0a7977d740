import type { AppCodes } from '../../domain/ports/app-codes.ts';

/** RFC 6238 §4.1, milliseconds. */
const STEP_MS = 30_000;

/** An authenticator app by the `otpauth` library, which is loaded when first needed. An Error when the secret is not base32; it quotes none. */
export const otpauthCodes = (): AppCodes => ({
  async codeAt(secret, now) {
    const { HOTP, Secret } = await import('otpauth');
    const step = Math.floor(now / STEP_MS);
    const code = HOTP.generate({
      secret: Secret.fromBase32(secret),
      counter: step,
      algorithm: 'SHA1',
      digits: 6,
    });
    return { code, step };
  },
});
