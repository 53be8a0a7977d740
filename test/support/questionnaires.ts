import * as fc from 'fast-check';
import type { Questionnaire, QuestionnairePart } from '../../domain/questionnaire/questionnaire.ts';

/** A part that asks one question. */
export const single = (question: string): QuestionnairePart => ({ kind: 'single', question });

/** A part that takes so many answers of a group. */
export const group = (
  answer: number,
  questions: readonly string[],
  name = questions.join('-'),
): QuestionnairePart => ({ kind: 'group', group: name, answer, questions });

/** Any questionnaire that an administrator may publish: no question stands twice, no group asks for more than it holds. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .array(
    fc
      .integer({ min: 1, max: 5 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size }))),
    { minLength: 1, maxLength: 5 },
  )
  .map((shapes) => ({
    version: 1,
    parts: shapes.map(([size, answer], at) => {
      const ids = Array.from({ length: size }, (_, i) => `q${String(at)}-${String(i)}`);
      // No answers asked of it: a single question instead.
      return answer === 0 ? single(`q${String(at)}`) : group(answer, ids);
    }),
  }));
