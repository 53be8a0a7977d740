import { describe, expect, it } from 'vitest';
import { COMMON_PASSWORDS } from '../../../adapters/breached-list/common-passwords-data.ts';
import { commonPasswords } from '../../../adapters/breached-list/common-passwords.ts';
import { breachedPasswordsContract } from '../../contracts/breached-passwords.ts';

breachedPasswordsContract('the built-in list', commonPasswords);

describe('the built-in list', () => {
  it('holds thousands of passwords, each once, in the form in which they are compared', () => {
    const words = COMMON_PASSWORDS.trim().split(/\s+/);
    expect(words.length).toBeGreaterThan(3_000);
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => word === word.toLowerCase())).toBe(true);
  });

  it.each(['Summer2026!', 'Winter25', 'Welcome@123', 'October@2026', 'Company123', 'Passw0rd2024.'])(
    'knows %s, which meets Active Directory’s complexity rule',
    async (password) => {
      expect(await commonPasswords().includes(password)).toBe(true);
    },
  );
});
