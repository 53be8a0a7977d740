import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenQuestions } from '../../../domain/questionnaire/chosen.ts';
import {
  answersTaken,
  fulfilledBy,
  questionsIn,
  type Questionnaire,
} from '../../../domain/questionnaire/questionnaire.ts';
import { anyQuestionnaire, group, single } from '../../support/questionnaires.ts';

const asked: Questionnaire = {
  version: 1,
  parts: [single('pet'), group(2, ['car', 'toy', 'book'], 'things')],
};
const choice = (...ids: string[]) => chosenQuestions(asked, new Set(ids));
const problems = (...ids: string[]) => {
  const chosen = choice(...ids);
  return chosen.kind === 'refused' ? Object.fromEntries(chosen.problems) : {};
};

describe('the choice of questions', () => {
  it('is every single question, and of a group exactly as many as it says', () => {
    expect(choice('toy', 'pet', 'car')).toEqual({ kind: 'chosen', questions: ['pet', 'car', 'toy'] });
  });

  it('is told by the group when it is too few or too many', () => {
    expect(problems('pet', 'car')).toEqual({ things: 'choose-more' });
    expect(problems('pet')).toEqual({ things: 'choose-more' });
    expect(problems('pet', 'car', 'toy', 'book')).toEqual({ things: 'choose-fewer' });
  });

  it('is told what nobody asked, whatever else is right', () => {
    expect(problems('pet', 'car', 'toy', 'salary')).toEqual({ salary: 'question-unknown' });
    expect(problems('salary')).toEqual({ things: 'choose-more', salary: 'question-unknown' });
  });

  it('leaves a single question that was not answered to be told as that answer’s own problem', () => {
    expect(choice('car', 'toy')).toEqual({ kind: 'chosen', questions: ['pet', 'car', 'toy'] });
  });

  it('is taken exactly when it fulfils the questionnaire and there is nothing besides', () => {
    const withAnswers = anyQuestionnaire.chain((questionnaire) =>
      fc.tuple(fc.constant(questionnaire), fc.subarray([...questionsIn(questionnaire), 'other'])),
    );
    fc.assert(
      fc.property(withAnswers, ([questionnaire, ids]) => {
        const answered = new Set(ids);
        for (const part of questionnaire.parts) if (part.kind === 'single') answered.add(part.question);
        const chosen = chosenQuestions(questionnaire, answered);
        const fulfils =
          fulfilledBy(questionnaire, answered) !== undefined && answered.size === answersTaken(questionnaire);
        expect(chosen.kind === 'chosen').toBe(fulfils);
        if (chosen.kind === 'chosen') expect(new Set(chosen.questions)).toEqual(answered);
      }),
    );
  });
});
