import type { BreachedPasswords } from '../../domain/ports/breached-passwords.ts';
import { sprayedPasswords } from './sprayed-passwords.ts';

/**
 * A built-in list: the passwords most often found in breaches, and those sprayed at Active Directory. Compares the whole password
 * and ignores case. Asks nobody and never fails. The list is loaded at the first question, not at start.
 */
export function commonPasswords(): BreachedPasswords {
  let list: Promise<ReadonlySet<string>> | undefined;
  return {
    async includes(password) {
      list ??= loaded();
      return (await list).has(password.toLowerCase());
    },
  };
}

async function loaded(): Promise<ReadonlySet<string>> {
  const { COMMON_PASSWORDS } = await import('./common-passwords-data.ts');
  return new Set([...COMMON_PASSWORDS.trim().split(/\s+/), ...sprayedPasswords()]);
}
