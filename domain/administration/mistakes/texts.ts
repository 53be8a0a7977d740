import type { LocalText } from '../../questionnaire/question.ts';
import type { Mistake } from '../mistake.ts';
import { isLanguageTag } from './language-tag.ts';
import { pointer } from './pointer.ts';

/** The mistakes in one text's languages; `what` begins a sentence. */
export const textMistakes = (
  texts: LocalText,
  path: string,
  what: string,
  defaultLanguage: string,
): readonly Mistake[] => [
  ...tagMistakes(texts, path, what),
  ...unprintable(texts, path, what),
  ...missingText(texts, path, what, defaultLanguage),
];

/** Whether there is a text in a language. */
export const says = (texts: LocalText, language: string): boolean =>
  Object.hasOwn(texts, language) && texts[language]?.trim() !== '';

/** Keys that are no language tags. */
export const tagMistakes = (texts: LocalText, path: string, what: string): readonly Mistake[] =>
  Object.keys(texts)
    .filter((tag) => !isLanguageTag(tag))
    .map((tag) => ({
      path: `${path}${pointer(tag)}`,
      code: 'unknown-language',
      message: `${what} has a text in "${tag}", which is no language.`,
      remedy: 'Name the language by its tag (BCP 47), such as en, de or zh-CN.',
    }));

/** Texts that say nothing. */
export const blankTexts = (texts: LocalText, path: string, what: string): readonly Mistake[] =>
  Object.entries(texts)
    .filter(([, text]) => text.trim() === '')
    .map(([tag]) => ({
      path: `${path}${pointer(tag)}`,
      code: 'out-of-range',
      message: `${what} has an empty text in "${tag}".`,
      remedy: 'Write one, or leave the language out: the product’s own words are shown then.',
    }));

/** Somebody else's reason, so that a sentence ends with it. */
export const withStop = (reason: string): string => (/[.!?]$/.test(reason) ? reason : `${reason}.`);

/**
 * What no line of text has: a name with a line break would stand in the subject of every letter, and none would be sent.
 * Marks that turn the direction are none of these.
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Characters that no line of text has. */
export const unprintable = (texts: LocalText, path: string, what: string): readonly Mistake[] =>
  Object.entries(texts)
    .filter(([, text]) => UNPRINTABLE.test(text))
    .map(([tag]) => ({
      path: `${path}${pointer(tag)}`,
      code: 'out-of-range',
      message: `${what} has a line break or another control character in "${tag}".`,
      remedy: 'Write it on one line, in characters that can be seen.',
    }));

function missingText(
  texts: LocalText,
  path: string,
  what: string,
  defaultLanguage: string,
): readonly Mistake[] {
  if (says(texts, defaultLanguage)) return [];
  return [
    {
      path,
      code: 'no-default-text',
      message: `${what} has no text in the default language, "${defaultLanguage}".`,
      remedy: `Add a text in "${defaultLanguage}": people whose language is missing see that one.`,
    },
  ];
}
