import { normalisationOf, normalise } from './normalise.ts';
import type { Question } from './question.ts';

export type AnswerProblem =
  | 'answer-missing'
  | 'answer-unreadable'
  | 'answer-too-short'
  | 'answer-too-common'
  | 'answer-repeated'
  | 'answer-says-question'
  | 'answer-says-name';

const TOO_COMMON = new Set(
  'none nothing nobody unknown answer password passwort secret asdf asdfgh qwerty qwertz 123 1234 12345 123456 abc abcd test xxx n/a idk'.split(
    ' ',
  ),
);

/**
 * What is wrong with each given answer; empty when all may be registered. `names` are the person's own (user name,
 * parts of the display name, local part of the mail address): an answer that says one of them is no secret.
 * Sources: OWASP Choosing and Using Security Questions; SECURITY SQ-02…SQ-04.
 */
export function answerProblems(
  questions: readonly Question[],
  given: Readonly<Record<string, string>>,
  names: readonly string[],
): ReadonlyMap<string, AnswerProblem> {
  const problems = new Map<string, AnswerProblem>();
  const seen = new Set<string>();
  for (const question of questions) {
    const answer = given[question.id] ?? '';
    // Two answers that differ in capitals alone are one answer, whatever the questions' rules.
    const folded = normalise(answer);
    const problem =
      answerProblem(question, folded, names) ??
      (normalise(answer, normalisationOf(question)) === undefined ? 'answer-unreadable' : undefined) ??
      (seen.has(folded ?? '') ? 'answer-repeated' : undefined);
    if (problem) problems.set(question.id, problem);
    seen.add(folded ?? '');
  }
  return problems;
}

function answerProblem(
  question: Question,
  answer: string | undefined,
  names: readonly string[],
): AnswerProblem | undefined {
  if (answer === undefined) return 'answer-unreadable';
  if (answer === '') return 'answer-missing';
  if (weight(answer) < question.minimumLength) return 'answer-too-short';
  if (TOO_COMMON.has(answer) || /^(.)\1*$/u.test(answer)) return 'answer-too-common';
  if (Object.values(question.texts).some((text) => wordsOf(text).includes(answer)))
    return 'answer-says-question';
  return names.map((name) => normalise(name) ?? '').some((name) => name.length >= 3 && answer.includes(name))
    ? 'answer-says-name'
    : undefined;
}

/** Characters, Han, kana and Hangul as two: 田中 is a whole surname, and no easier to guess than a Latin one of four letters. */
const weight = (answer: string): number =>
  Array.from(answer).reduce(
    (sum, character) =>
      sum +
      (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character) ? 2 : 1),
    0,
  );

const wordsOf = (text: string): readonly string[] =>
  (normalise(text) ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
