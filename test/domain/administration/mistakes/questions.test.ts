import { describe, expect, it } from 'vitest';
import { aQuestion } from '../../../support/configured.ts';
import { found, messages, nothingAsked } from './found.ts';

describe('a question', () => {
  it.each(['', 'First', '-a', 'a b', 'ä', 'a'.repeat(65)])("can't have the id %j", (id) => {
    expect(found({ questions: [aQuestion(id)], ...nothingAsked })).toEqual(['out-of-range /questions/0/id']);
  });

  it.each([-1, 1.5, 65, Number.NaN])("can't need answers of %d characters", (minimumLength) => {
    const questions = [aQuestion('pet', { minimumLength })];
    expect(found({ questions, ...nothingAsked })).toEqual(['out-of-range /questions/0/minimumLength']);
  });

  it('may be in any language there is, offered or not, and in none that is none', () => {
    const texts = { en: 'Pet?', 'pt-BR': 'Bicho?', ar: '؟', no_such: 'x', english: 'x', 'e/n': 'x' };
    expect(found({ questions: [aQuestion('pet', { texts })], ...nothingAsked })).toEqual([
      'unknown-language /questions/0/texts/no_such',
      'unknown-language /questions/0/texts/english',
      'unknown-language /questions/0/texts/e~1n',
    ]);
  });

  it('that is archived needs no text in a new default language', () => {
    const old = aQuestion('old', { texts: { fr: 'Quoi ?' }, archived: true });
    expect(found({ questions: [old], ...nothingAsked })).toEqual([]);
    expect(found({ questions: [{ ...old, texts: { fr: ' ' } }], ...nothingAsked })).toEqual([
      'no-default-text /questions/0/texts',
    ]);
  });
});

describe('a question group', () => {
  const grouped = (answer: number, questions: readonly string[]) => ({
    questions: [aQuestion('pet'), aQuestion('car')],
    groups: [{ id: 'some', name: 'Some', answer, questions }],
    ...nothingAsked,
  });

  it.each([0, -1, 1.5])("can't ask for %d answers", (answer) => {
    expect(found(grouped(answer, ['pet', 'car']))).toEqual(['out-of-range /groups/0/answer']);
  });

  it("can't hold what does not exist, nor one question twice, which does not count twice", () => {
    expect(found(grouped(2, ['pet', 'pet', 'cat']))).toEqual([
      'unknown-question /groups/0/questions/2',
      'question-twice /groups/0/questions/1',
    ]);
    expect(messages(grouped(2, ['pet', 'pet']))).toContain('Group "Some" asks for 2 of its 1 question.');
  });
});
