import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Question } from '../questionnaire/question.ts';

/** The questions a document no longer has, that the one before it had. */
export function retiredQuestions(
  before: Pick<ConfigurationDocument, 'questions'>,
  after: Pick<ConfigurationDocument, 'questions'>,
): readonly Question[] {
  const kept = new Set(after.questions.map(({ id }) => id));
  return before.questions.filter(({ id }) => !kept.has(id));
}
