import type { LocalDirectories } from '../local-directory.ts';
import { type SignInResult, windowsSignIn } from './windows-sign-in.ts';

/** More than any threshold that is reasonable. */
const MOST_TRIES = 20;
const LOCKED = '775';

/** Signs in with wrong passwords until the directory says that the account is locked; answers what it said last. */
export async function lockOut(directories: LocalDirectories, username: string): Promise<SignInResult> {
  let last = await windowsSignIn(directories, username, 'Not-the-password-0');
  for (let tries = 1; tries < MOST_TRIES && last.code !== LOCKED; tries += 1)
    last = await windowsSignIn(directories, username, `Not-the-password-${tries}`);
  return last;
}
