import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreachedPasswords } from '../../domain/ports/breached-passwords.ts';

/** What every BreachedPasswords promises. */
export function breachedPasswordsContract(name: string, make: () => BreachedPasswords): void {
  describe(`${name} keeps the promises of a list of breached passwords`, () => {
    it.each(['123456', 'password', 'qwertyuiop', 'P@ssw0rd', 'Password1', 'iloveyou', 'TRUSTNO1'])(
      'knows %s',
      async (password) => {
        expect(await make().includes(password)).toBe(true);
      },
    );

    it.each([
      '',
      ' ',
      'password and more words',
      'my password',
      'tectonic-lilac-ferry',
      ' password',
      '__proto__',
    ])('does not know "%s": only the whole password counts', async (password) => {
      expect(await make().includes(password)).toBe(false);
    });

    it('does not know long random passwords', async () => {
      const list = make();
      await fc.assert(
        fc.asyncProperty(fc.string({ minLength: 24, maxLength: 128, unit: 'grapheme' }), async (password) => {
          expect(await list.includes(`${password}#7`)).toBe(false);
        }),
      );
    });
  });
}
