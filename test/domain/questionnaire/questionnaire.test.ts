import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersTaken,
  asksTheSame,
  fulfilledBy,
  questionsIn,
  type Questionnaire,
} from '../../../domain/questionnaire/questionnaire.ts';
import { anyQuestionnaire, group, single } from '../../support/questionnaires.ts';

const asked: Questionnaire = {
  version: 1,
  parts: [single('pet'), group(2, ['car', 'toy', 'book', 'song']), single('street')],
};
const by = (...ids: string[]) => fulfilledBy(asked, new Set(ids));

describe('a questionnaire', () => {
  it('takes an answer for each single question, and of each group as many as it says', () => {
    expect(answersTaken(asked)).toBe(4);
    expect(questionsIn(asked)).toEqual(['pet', 'car', 'toy', 'book', 'song', 'street']);
  });

  it('is fulfilled by all singles and any two of the group, and is asked in its own order', () => {
    expect(by('street', 'song', 'car', 'pet')).toEqual(['pet', 'car', 'song', 'street']);
    expect(by('pet', 'toy', 'book', 'street')).toEqual(['pet', 'toy', 'book', 'street']);
  });

  it('is not fulfilled when one single question, or one of the group, is missing', () => {
    expect(by('street', 'car', 'toy')).toBeUndefined();
    expect(by('pet', 'car', 'street')).toBeUndefined();
    expect(by()).toBeUndefined();
  });

  it('never takes more of a group than it says, however much was answered', () => {
    expect(by('pet', 'car', 'toy', 'book', 'song', 'street', 'nonsense')).toEqual([
      'pet',
      'car',
      'toy',
      'street',
    ]);
  });

  it('finds what fulfils it among any answers, each once, or nothing', () => {
    fc.assert(
      fc.property(
        anyQuestionnaire.chain((questionnaire) =>
          fc.tuple(fc.constant(questionnaire), fc.subarray([...questionsIn(questionnaire), 'other'])),
        ),
        ([questionnaire, ids]) => {
          const answered = new Set(ids);
          const found = fulfilledBy(questionnaire, answered);
          const enough = questionnaire.parts.every((part) =>
            part.kind === 'single'
              ? answered.has(part.question)
              : part.questions.filter((id) => answered.has(id)).length >= part.answer,
          );
          expect(found !== undefined).toBe(enough);
          if (!found) return;
          expect(found).toHaveLength(answersTaken(questionnaire));
          expect(new Set(found).size).toBe(found.length);
          expect(found.every((id) => answered.has(id))).toBe(true);
          // What was found is itself enough, and in the order of the questionnaire.
          expect(fulfilledBy(questionnaire, new Set(found))).toEqual(found);
          expect(questionsIn(questionnaire).filter((id) => found.includes(id))).toEqual(found);
        },
      ),
    );
  });
});

describe('two questionnaires', () => {
  it('ask the same whatever the order of their parts, the names of their groups and their versions', () => {
    const other: Questionnaire = {
      version: 9,
      parts: [single('street'), group(2, ['song', 'car', 'book', 'toy'], 'renamed'), single('pet')],
    };
    expect(asksTheSame(asked, other)).toBe(true);
  });

  it.each([
    ['a question more', [...asked.parts, single('town')]],
    ['a question less', asked.parts.slice(1)],
    ['another question', [single('cat'), ...asked.parts.slice(1)]],
    ['more of the group', [single('pet'), group(3, ['car', 'toy', 'book', 'song']), single('street')]],
    ['a wider group', [single('pet'), group(2, ['car', 'toy', 'book', 'song', 'x']), single('street')]],
    [
      'a question out of the group',
      [single('pet'), group(2, ['car', 'toy', 'book']), single('song'), single('street')],
    ],
    ['nothing', []],
  ] as const)('do not ask the same with %s', (_what, parts) => {
    expect(asksTheSame(asked, { parts })).toBe(false);
    expect(asksTheSame({ parts }, asked)).toBe(false);
  });

  it('that ask the same are fulfilled by the same answers', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.infiniteStream(fc.nat()), (questionnaire, chance) => {
        const draw = () => chance.next().value ?? 0;
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, at: draw() }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const parts = shuffled(questionnaire.parts).map((part) =>
          part.kind === 'single' ? part : { ...part, questions: shuffled(part.questions) },
        );
        expect(asksTheSame(questionnaire, { parts })).toBe(true);
        const ids = questionsIn(questionnaire).filter(() => draw() % 3 > 0);
        expect(fulfilledBy({ version: 2, parts }, new Set(ids)) !== undefined).toBe(
          fulfilledBy(questionnaire, new Set(ids)) !== undefined,
        );
      }),
    );
  });
});
