import type { Account } from '../ports/account.ts';

/** The shortest name, or part of one, that counts. */
const SHORTEST = 3;

/** What Active Directory splits a display name at: no other blank, and no other mark. */
const BETWEEN_PARTS = /[,.\-_ #\t]+/;

/**
 * Whether a password has the account name in it, whole, or a part of the display name, from three characters, in any case
 * (MS-SAMR 3.1.1.7.2; "Password must meet complexity requirements"). Parts of parts do not count. Pure.
 */
export function saysName(
  password: string,
  { username, displayName }: Pick<Account, 'username' | 'displayName'>,
): boolean {
  const folded = foldCase(password);
  return [username, ...displayName.split(BETWEEN_PARTS)].some(
    (part) => part.length >= SHORTEST && folded.includes(foldCase(part)),
  );
}

/**
 * Both cases of a letter as one, letter by letter: to fold a whole text would make the last Σ of a word another letter than the
 * Σ within a password.
 */
const foldCase = (text: string): string =>
  Array.from(text, (letter) => {
    const capital = letter.toUpperCase();
    return (capital.length === letter.length ? capital : letter).toLowerCase();
  }).join('');
