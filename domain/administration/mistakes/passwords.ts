import { BANNED_WORD, bannedWordsOf, plainLetters } from '../../policy/banned-words.ts';
import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';

/** The mistakes in what new passwords must not be. */
export function passwordMistakes(document: Pick<ConfigurationDocument, 'passwords'>): readonly Mistake[] {
  const words = bannedWordsOf(document);
  const at = (index: number) => pointer('passwords', 'bannedWords', index);
  const { least, most } = BANNED_WORD;
  return [
    ...words.flatMap((word, index): readonly Mistake[] => {
      const { length } = Array.from(plainLetters(word));
      if (length >= least && length <= most) return [];
      return [
        {
          path: at(index),
          code: 'out-of-range',
          message: `The banned word "${word}" has ${length === 1 ? '1 letter' : `${String(length)} letters`} that count.`,
          remedy: `Give it ${String(least)} to ${String(most)}, or remove it: a shorter one would be in nearly every password, a longer one in none.`,
        },
      ];
    }),
    ...repeated(words, plainLetters).map(({ item, index, first }): Mistake => ({
      path: at(index),
      code: 'already-there',
      message: `The word "${item}" is already banned, at ${at(first)}: case and accents do not count.`,
      remedy: 'Nothing is missing; remove one of the two.',
    })),
  ];
}
