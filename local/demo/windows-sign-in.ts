import { Client, ResultCodeError } from 'ldapts';
import type { LocalDirectories } from '../local-directory.ts';
import { signInPlaces, type SignInPlace } from './sign-in-places.ts';
import { WINDOWS_WORDS } from './words.ts';

/** What came of a sign-in. `code` is the directory's own, in hexadecimal; '0' for success. */
export interface SignInResult {
  readonly signedIn: boolean;
  readonly code: string;
  readonly words: string;
}

const WRONG = '52e';
/** Says only that it is not this one: of a name that a directory does not know, and of a wrong password. */
const NOT_HERE: readonly string[] = [WRONG, '525'];

/**
 * Tries a password as Windows would: one LDAPS bind by user principal name or `DOMAIN\name` in each domain that may know the
 * name, until one does. It counts as a logon; a wrong one counts towards the account's lockout. An empty password is never
 * sent: AD would say yes to it (RFC 4513 §5.1.2).
 */
export async function windowsSignIn(
  directories: LocalDirectories,
  username: string,
  password: string,
): Promise<SignInResult> {
  let result = refused(WRONG);
  if (password === '') return result;
  for (const place of signInPlaces(directories, username)) {
    result = await boundAt(place, password);
    if (!NOT_HERE.includes(result.code)) break;
  }
  return result;
}

async function boundAt({ directory, name }: SignInPlace, password: string): Promise<SignInResult> {
  const {
    urls: [url = ''],
    ca,
  } = directory;
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
    return refused(/\bdata ([0-9a-f]+)/i.exec(error.message)?.[1]?.toLowerCase() ?? WRONG);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

const refused = (code: string): SignInResult => ({
  signedIn: false,
  code,
  words: WINDOWS_WORDS[code] ?? `The directory refused the sign-in (${code}).`,
});
