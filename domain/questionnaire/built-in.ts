import { BUILT_IN_IDS, BUILT_IN_TEXTS } from './built-in/texts.ts';
import type { Question } from './question.ts';

/**
 * The questions every installation starts with, in every language the portal speaks. Chosen for answers that stay, that
 * colleagues do not know and that no register holds.
 */
export const BUILT_IN_QUESTIONS: readonly Question[] = BUILT_IN_IDS.map((id) => ({
  id,
  texts: Object.fromEntries(Object.entries(BUILT_IN_TEXTS).map(([tag, texts]) => [tag, texts[id]])),
  minimumLength: 3,
  caseSensitive: false,
  guessability: 'low',
}));

/** The questionnaire every installation starts with: everyone answers all of it and is asked all of it. */
export const BUILT_IN_QUESTIONNAIRE: readonly (typeof BUILT_IN_IDS)[number][] = [
  'first-concert',
  'childhood-street',
  'first-teacher',
];
