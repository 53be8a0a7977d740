import { describe, expect, it } from 'vitest';
import { otpauthPasswords } from '../../../adapters/otpauth/one-time-passwords.ts';

const passwords = otpauthPasswords();
/** RFC 6238 appendix B, SHA-1. */
const SEED = new TextEncoder().encode('12345678901234567890');
const STEP = 30_000;

describe('one-time passwords', () => {
  // The appendix lists eight digits; six are their last six (RFC 4226 §5.3 takes the remainder).
  it.each([
    [59, '94287082', 0x1],
    [1111111109, '07081804', 0x23523ec],
    [1111111111, '14050471', 0x23523ed],
    [1234567890, '89005924', 0x273ef07],
    [2000000000, '69279037', 0x3f940aa],
    [20000000000, '65353130', 0x27bc86aa],
  ])('are those of RFC 6238 appendix B, at %d s', async (seconds, eight, step) => {
    expect(await passwords.stepOf(SEED, eight.slice(2), seconds * 1_000)).toBe(step);
  });

  it('count in their own step and in the one after it, and in no other', async () => {
    const at = 1111111110_000;
    const step = at / STEP;
    const codeAt = async (now: number) => passwords.stepOf(SEED, '050471', now);
    expect(await codeAt(at - 1)).toBeUndefined();
    expect(await codeAt(at)).toBe(step);
    expect(await codeAt(at + STEP)).toBe(step);
    expect(await codeAt(at + 2 * STEP - 1)).toBe(step);
    expect(await codeAt(at + 2 * STEP)).toBeUndefined();
  });

  it('are of one seed alone, and of nothing that is only like a code', async () => {
    expect(
      await passwords.stepOf(
        SEED.map((byte) => byte ^ 1),
        '287082',
        59_000,
      ),
    ).toBeUndefined();
    for (const code of ['', '28708', '2870820', ' 287082', '94287082', '２８７０８２'])
      expect(await passwords.stepOf(SEED, code, 59_000), code).toBeUndefined();
  });

  it('tell an app who they are for, whatever an organization is called, and the same secret to be typed', async () => {
    const { uri, secret } = await passwords.setUp(SEED, 'Müller & Söhne: 株式会社', 'CORP\\ann');
    const address = new URL(uri);
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(decodeURIComponent(address.pathname)).toBe('/Müller & Söhne  株式会社:CORP\\ann');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      issuer: 'Müller & Söhne  株式会社',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
