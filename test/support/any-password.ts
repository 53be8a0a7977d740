import * as fc from 'fast-check';
import type { PasswordStandard } from '../../domain/policy/password-standard.ts';
import { anAccount, RULES } from './scripted-account.ts';

/** Parts of names, in the spellings that are hard to compare. */
const NAMES = [
  'anna',
  'ANNA',
  'Öztürk',
  'ÖZTÜRK',
  'Νίκος',
  'ΝΊΚΟΣ',
  'İlker',
  'i̇lker',
  'Weiß',
  'WEISS',
  'Li',
  '花子',
  'Ǆor',
  'ǆor',
  'Kim',
];
/** Of each kind of character, and of none. */
const SEGMENTS = [
  'a',
  'Z',
  '7',
  '0',
  '!',
  '-',
  '#',
  'é',
  'Ж',
  'ß',
  'あ',
  'ー',
  'ǅ',
  '漢',
  '𠮷',
  '𝔸',
  '€',
  ' ',
  '٣',
  '🦊',
  'ª',
  'ʰ',
  '＃',
  '\u0301',
];
const BETWEEN = [' ', ',', '.', '-', '_', '#', '\t', '\u00A0', '\u3000', '+', '/', ', ', ''];

/** A password as somebody might make it up: names, some of every kind of character, at any length. */
export const anyPassword = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { arbitrary: fc.constantFrom(...SEGMENTS), weight: 6 },
        { arbitrary: fc.constantFrom(...NAMES), weight: 1 },
        { arbitrary: fc.stringMatching(/^[ -~]{1,8}$/), weight: 2 },
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(''));

const anyName = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[a-z]{0,6}$/)),
        fc.constantFrom(...BETWEEN),
      ),
      {
        maxLength: 5,
      },
    )
    .map((parts) => parts.flat().join(''));

/** The rules of some domain, for somebody of some name; banned words too, where they are asked for. */
export const anyStandard = (
  bannedWords: fc.Arbitrary<readonly string[]> = fc.constant([]),
): fc.Arbitrary<PasswordStandard> =>
  fc.record({
    account: fc
      .tuple(fc.oneof(fc.stringMatching(/^[a-z.]{1,12}$/), fc.constantFrom('anna', 'kim', 'jo')), anyName())
      .map(([username, displayName]) => anAccount('jo', { username, displayName })),
    rules: fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.boolean())
      .map(([minimumLength, complexity]) => ({ ...RULES, minimumLength, complexity })),
    bannedWords,
  });
