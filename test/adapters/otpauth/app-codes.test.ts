import { describe, expect, it } from 'vitest';
import { otpauthCodes } from '../../../adapters/otpauth/app-codes.ts';
import { otpauthPasswords } from '../../../adapters/otpauth/one-time-passwords.ts';

/** RFC 6238, appendix B; of its eight digits the last six. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('an authenticator app of a program', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ])('shows at %d s what the RFC says', async (seconds, code) => {
    expect(await otpauthCodes().codeAt(SECRET, seconds * 1_000)).toEqual({
      code,
      step: Math.floor(seconds / 30),
    });
  });

  it('makes codes that the portal takes, from the secret that the portal tells', async () => {
    const seed = Uint8Array.from({ length: 20 }, (_, index) => index);
    const { secret } = await otpauthPasswords().setUp(seed, 'Latchkey', 'canary');
    const { code, step } = await otpauthCodes().codeAt(secret, 1_700_000_000_000);
    expect(await otpauthPasswords().stepOf(seed, code, 1_700_000_000_000)).toBe(step);
  });
});
