import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../../adapters/system/random.ts';
import { randomPassword } from '../../../domain/rotation/random-password.ts';

describe('the password of an own account', () => {
  it('passes what any domain asks for, whatever the chance, and needs no escape anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (bytes) => {
        const password = randomPassword({ bytes: () => bytes });
        expect(password).toMatch(/^[A-Z2-9a-z](?:[A-Za-z2-9-]{51})[A-Za-z2-9]$/);
        for (const category of [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/])
          expect(password).toMatch(category);
        expect(JSON.stringify(password)).toBe(`"${password}"`);
      }),
    );
  });

  it('holds no word and no name: no two letters stand side by side', () => {
    for (let times = 0; times < 200; times += 1)
      expect(randomPassword(systemRandom())).not.toMatch(/[a-z]{2}/i);
  });

  it('is another one each time, and each of its places takes every value', () => {
    const passwords = Array.from({ length: 2_000 }, () => randomPassword(systemRandom()));
    expect(new Set(passwords).size).toBe(passwords.length);
    const at = (place: number) => new Set(passwords.map((password) => password[place])).size;
    expect([at(0), at(1), at(2), at(3), at(8), at(52)]).toEqual([16, 8, 16, 8, 1, 8]);
  });
});
