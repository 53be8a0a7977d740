import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Random } from '../../domain/ports/random.ts';

const DRAWS = 2_000;

/** What every Random promises. */
export function randomContract(name: string, make: () => Random): void {
  describe(`${name} keeps the promises of a source of randomness`, () => {
    const random = make();
    const draws = <Value>(draw: () => Value): Value[] => Array.from({ length: DRAWS }, draw);

    it('gives handles of 256 bits, each with its SHA-256 as key, never twice', () => {
      const handles = draws(() => random.handle());
      expect(new Set(handles.map(({ handle }) => handle)).size).toBe(DRAWS);
      for (const { handle, key } of handles) {
        expect(Buffer.from(handle, 'base64url')).toHaveLength(32);
        expect(key).toBe(createHash('sha256').update(handle).digest('base64url'));
      }
    });

    it('gives ids of 128 bits, never twice', () => {
      const ids = draws(() => random.id());
      expect(new Set(ids).size).toBe(DRAWS);
      expect(ids.every((id) => Buffer.from(id, 'base64url').length === 16)).toBe(true);
    });

    it('gives as many digits as asked for, each as often as any other', () => {
      const codes = draws(() => random.digits(8));
      expect(codes.every((code) => /^[0-9]{8}$/.test(code))).toBe(true);
      expect(codes.some((code) => code.startsWith('0'))).toBe(true);
      const counts = Array.from('0123456789').map((digit) => codes.join('').split(digit).length - 1);
      const expected = (DRAWS * 8) / 10;
      const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // 9 degrees of freedom: a fair source exceeds 50 once in some ten million runs.
      expect(chiSquared).toBeLessThan(50);
    });

    it('gives references that can be read out: no 0 or O, no 1, I or L', () => {
      const references = draws(() => random.reference());
      expect(references.every((one) => /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(one))).toBe(true);
      expect(new Set(references).size).toBe(DRAWS);
      expect(new Set(references.join(''))).toHaveLength(32);
    });

    it('gives as many bytes as asked for', () => {
      expect(random.bytes(16)).toHaveLength(16);
      expect(random.bytes(0)).toHaveLength(0);
      expect(random.bytes(16)).not.toEqual(random.bytes(16));
    });
  });
}
