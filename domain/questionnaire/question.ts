/** One text in several languages, by BCP 47 tag. */
export type LocalText = Readonly<Record<string, string>>;

/** How easily others find the answer; shown to administrators, decides nothing. */
export type Guessability = 'low' | 'medium' | 'high';

/**
 * One question of the store. Its id stands for its meaning, for good: a changed meaning is another question
 * (*Replace*), a changed wording is not (*Edit text*).
 */
export interface Question {
  readonly id: string;
  readonly texts: LocalText;
  /** Characters an answer needs after normalisation. */
  readonly minimumLength: number;
  /** Whether capitals count. */
  readonly caseSensitive: boolean;
  readonly guessability?: Guessability;
  /** No longer to be put into a questionnaire; kept because somebody answered it. */
  readonly archived?: boolean;
}

/** A text with the language it is in. */
export interface SpokenText {
  readonly text: string;
  readonly language: string;
}

/** The text in the wanted language, else in that language without its region, else in the fallback, else whatever there is. */
export function spokenText(texts: LocalText, language: string, fallback: string): SpokenText | undefined {
  const candidates = [language, language.split('-')[0] ?? language, fallback, ...Object.keys(texts)];
  const found = candidates.find((tag) => Object.hasOwn(texts, tag) && texts[tag] !== '');
  return found === undefined ? undefined : { text: texts[found] ?? '', language: found };
}

/** A question as it is asked in a language; its id where it has no text at all. */
export const questionText = (question: Question, language: string, fallback: string): SpokenText =>
  spokenText(question.texts, language, fallback) ?? { text: question.id, language: fallback };
