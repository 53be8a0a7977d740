import { questionsOf, type Configuration } from '../../domain/policy/configuration.ts';
import { questionText } from '../../domain/questionnaire/question.ts';

/** A question as it is put to somebody: its text, the language that is in, and what is to be known about its answer. */
export interface PutQuestion {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly minimumLength: number;
  /** Whether capitals count. */
  readonly caseSensitive: boolean;
}

/** Questions by id in a language, else in the administrators' default language. */
export const putQuestions = (
  configuration: Pick<Configuration, 'document'>,
  ids: readonly string[],
  language: string,
): readonly PutQuestion[] =>
  questionsOf(configuration, ids).map((question) => ({
    id: question.id,
    ...questionText(question, language, configuration.document.languages.default),
    minimumLength: question.minimumLength,
    caseSensitive: question.caseSensitive,
  }));
