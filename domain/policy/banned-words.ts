import type { ConfigurationDocument } from './configuration-document.ts';

/** Characters of a banned word: in a shorter one hardly any password would be free of it. */
export const BANNED_WORD = { least: 3, most: 64 } as const;

/** Which letters a digit or a symbol is put for. */
const PUT_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'bg',
  '7': 'lt',
  '8': 'b',
  '9': 'gq',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'il',
  '+': 't',
  '(': 'c',
  '¢': 'c',
  '€': 'e',
  '£': 'l',
};

/** The words that no new password may have in it. */
export const bannedWordsOf = ({ passwords }: Pick<ConfigurationDocument, 'passwords'>): readonly string[] =>
  passwords?.bannedWords ?? [];

/**
 * Whether a banned word is anywhere in a password, whatever the case and the accents of its letters, and whichever digits or symbols
 * are put for them (`@cm3` says `acme`). A word in which nothing is left bans nothing. Pure.
 */
export function saysBannedWord(password: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const typed = Array.from(plainLetters(password));
  return spelled(words).some(
    (wanted) =>
      wanted.length > 0 &&
      typed.some((_, at) => wanted.every((letter, index) => standsFor(typed[at + index], letter))),
  );
}

/** The letters of each word, once for each list: it is asked for every syllable of a suggestion. */
function spelled(words: readonly string[]): readonly (readonly string[])[] {
  const known = SPELLED.get(words) ?? words.map((word) => Array.from(plainLetters(word)));
  SPELLED.set(words, known);
  return known;
}
const SPELLED = new WeakMap<readonly string[], readonly (readonly string[])[]>();

/** A word as it is compared: without blanks around it, case and accents. */
export const plainLetters = (text: string): string =>
  Array.from(
    text
      .trim()
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036F]/g, ''),
    (letter) => letter.toUpperCase().toLowerCase(),
  ).join('');

const standsFor = (typed: string | undefined, letter: string): boolean =>
  typed === letter || (typed !== undefined && (PUT_FOR[typed]?.includes(letter) ?? false));
