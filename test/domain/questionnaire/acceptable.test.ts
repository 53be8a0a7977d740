import { describe, expect, it } from 'vitest';
import { answerProblems } from '../../../domain/questionnaire/acceptable.ts';
import type { Question } from '../../../domain/questionnaire/question.ts';

const street: Question = {
  id: 'street',
  minimumLength: 3,
  caseSensitive: false,
  texts: { en: 'What street did you live in?', de: 'In welcher Straße haben Sie gewohnt?' },
};
const teacher: Question = { ...street, id: 'teacher', texts: { en: 'Who was your first teacher?' } };

const problemOf = (answer: string | undefined, names: readonly string[] = []) =>
  answerProblems([street], answer === undefined ? {} : { street: answer }, names).get('street');

describe('an answer that is to be registered', () => {
  it.each([
    ['nothing', undefined, 'answer-missing'],
    ['blanks', ' \t ', 'answer-missing'],
    ['a control character', 'ab\0c', 'answer-unreadable'],
    ['too few characters', 'ab', 'answer-too-short'],
    ['too few once blanks are gone', ' a   ', 'answer-too-short'],
    ['what everybody says', ' None ', 'answer-too-common'],
    ['what everybody types', 'ＱＷＥＲＴＹ', 'answer-too-common'],
    ['one character over and over', 'zzzzzzz', 'answer-too-common'],
    ['one emoji over and over', '🦊🦊🦊', 'answer-too-common'],
    ['a word of the question', 'STREET', 'answer-says-question'],
    ['a word of the question in another language', 'strasse', 'answer-says-question'],
  ] as const)('is refused: %s', (_what, answer, problem) => {
    expect(problemOf(answer)).toBe(problem);
  });

  it('may be a surname of two ideographs, which is no easier to guess than a Latin one of four letters', () => {
    expect(problemOf('田中')).toBeUndefined();
    expect(problemOf('김철')).toBeUndefined();
    expect(problemOf('田')).toBe('answer-too-short');
  });

  it('is refused when it says one of the names, in any spelling', () => {
    expect(problemOf('my name is JO.SMITH!', ['jo.smith'])).toBe('answer-says-name');
    expect(problemOf('Smithfield', ['Smith'])).toBe('answer-says-name');
  });

  it('may hold names of fewer than three characters, and empty ones', () => {
    expect(problemOf('elmwood lane', ['el', '', ' '])).toBeUndefined();
  });

  it('is refused the second time it is given, in whatever spelling', () => {
    const given = { street: 'Elm Lane', teacher: ' ELM  lane ' };
    expect([...answerProblems([street, teacher], given, [])]).toEqual([['teacher', 'answer-repeated']]);
  });

  it('is judged without its capitals even where they count: too common is too common, the same is the same', () => {
    const exact = (id: string) => ({ ...street, id, caseSensitive: true });
    const problems = answerProblems(
      [exact('one'), exact('two'), exact('three'), exact('four')],
      { one: 'PassWord', two: 'Elm Lane', three: 'ELM LANE', four: 'STREET' },
      [],
    );
    expect([...problems]).toEqual([
      ['one', 'answer-too-common'],
      ['three', 'answer-repeated'],
      ['four', 'answer-says-question'],
    ]);
  });

  it('has each problem told at its own question', () => {
    const problems = answerProblems([street, teacher], { street: 'ab', teacher: 'none' }, []);
    expect([...problems]).toEqual([
      ['street', 'answer-too-short'],
      ['teacher', 'answer-too-common'],
    ]);
  });

  it('may be anything else, with any marks in it', () => {
    for (const answer of [`Tom & "Jerry's" <lane>`, 'الشارع الأول', 'Ωmega 7', '🦊🐻🦊'])
      expect(problemOf(answer, ['jo'])).toBeUndefined();
  });

  it('counts its length in characters, not in code units', () => {
    expect(problemOf('🦊🐻')).toBe('answer-too-short');
  });
});
