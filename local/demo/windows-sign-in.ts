import { Client, ResultCodeError } from 'ldapts';
import type { LocalDirectory } from '../local-directory.ts';
import { WINDOWS_WORDS } from './words.ts';

/** What came of a sign-in. `code` is the directory's own, in hexadecimal; '0' for success. */
export interface SignInResult {
  readonly signedIn: boolean;
  readonly code: string;
  readonly words: string;
}

/**
 * Tries a password as Windows would: one LDAPS bind by user principal name or `DOMAIN\name`. It counts as a logon; a wrong
 * one counts towards the account's lockout. An empty password is never sent: AD would say yes to it (RFC 4513 §5.1.2).
 */
export async function windowsSignIn(
  { urls: [url = ''], ca, netbiosName }: Pick<LocalDirectory, 'urls' | 'ca' | 'netbiosName'>,
  username: string,
  password: string,
): Promise<SignInResult> {
  if (password === '') return refused('52e');
  const name = /[\\@]/.test(username) ? username : `${netbiosName}\\${username}`;
  const client = new Client({ url, connectTimeout: 3_000, timeout: 5_000, tlsOptions: { ca } });
  try {
    await client.bind(name, password);
    return {
      signedIn: true,
      code: '0',
      words: 'Welcome: the password is right, and the account is in order.',
    };
  } catch (error) {
    if (!(error instanceof ResultCodeError)) throw error;
    return refused(/\bdata ([0-9a-f]+)/i.exec(error.message)?.[1]?.toLowerCase() ?? '52e');
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

const refused = (code: string): SignInResult => ({
  signedIn: false,
  code,
  words: WINDOWS_WORDS[code] ?? `The directory refused the sign-in (${code}).`,
});
