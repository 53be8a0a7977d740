/** One question, with its texts by language tag. A changed meaning is a new version; old answers stay bound to the old one. */
export interface Question {
  readonly id: string;
  readonly version: number;
  readonly texts: Readonly<Record<string, string>>;
  /** Characters an answer needs after normalisation. */
  readonly minimumLength: number;
}

/** The ordered list of questions in force, and the earlier versions that people may still be enrolled under. */
export interface Questionnaire {
  readonly version: number;
  readonly questions: readonly Question[];
}

/** The text in the wanted language, else English, else whatever there is, with the language it is in. */
export function questionText(
  question: Question,
  language: string,
): { readonly text: string; readonly language: string } {
  const candidates = [
    language,
    language.split('-')[0] ?? language,
    'en',
    Object.keys(question.texts)[0] ?? 'en',
  ];
  const found = candidates.find((tag) => question.texts[tag] !== undefined) ?? 'en';
  return { text: question.texts[found] ?? question.id, language: found };
}
