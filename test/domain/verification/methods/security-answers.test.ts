import { describe, expect, it } from 'vitest';
import { argon2AnswerHasher } from '../../../../adapters/argon2/answer-hasher.ts';
import type { RegisteredAnswers } from '../../../../domain/enrollment/enrollment.ts';
import { ANSWER_COST } from '../../../../domain/ports/answer-hasher.ts';
import type { Ports } from '../../../../domain/ports/index.ts';
import { BUILT_IN_QUESTIONNAIRE, BUILT_IN_QUESTIONS } from '../../../../domain/questionnaire/built-in.ts';
import { answersHold, keepAnswer } from '../../../../domain/verification/methods/security-answers.ts';
import type { Question } from '../../../../domain/questionnaire/question.ts';
import { aQuestion } from '../../../support/configured.ts';
import { answersOf } from '../../../support/enrolled.ts';
import { aProduct, NOW } from '../../../support/product.ts';
import { countedPorts } from '../../../support/watched-ports.ts';

const questions = BUILT_IN_QUESTIONS.filter(({ id }) =>
  (BUILT_IN_QUESTIONNAIRE as readonly string[]).includes(id),
);
const JO = { domain: 'CORP', guid: '11111111-1111-4111-8111-111111111111' };
const ANN = { ...JO, guid: '22222222-2222-4222-8222-222222222222' };

async function registered(ports: Ports, person = JO, who = 'jo'): Promise<RegisteredAnswers> {
  const given = answersOf(who);
  const answers = await Promise.all(
    questions.map((question) => keepAnswer(ports, person, question, given[question.id] ?? '')),
  );
  return { questionnaire: 1, registeredAt: NOW, answers };
}

describe('security answers', () => {
  it('hold when all are right, in whatever spelling', async () => {
    const { ports } = aProduct();
    const kept = await registered(ports);
    const shouted = Object.fromEntries(
      Object.entries(answersOf('jo')).map(([id, answer]) => [id, `  ${answer.toUpperCase()} `]),
    );
    expect(await answersHold(ports, JO, kept, questions, shouted)).toBe(true);
  });

  it('do not hold when any one is wrong, and each is checked all the same', async () => {
    const { ports, hasher } = aProduct();
    const kept = await registered(ports);
    for (const { id } of questions) {
      const before = hasher.calls();
      const given = { ...answersOf('jo'), [id]: 'something else' };
      expect(await answersHold(ports, JO, kept, questions, given)).toBe(false);
      expect(hasher.calls() - before).toBe(questions.length);
    }
  });

  it('cost a stranger, a wrong one and a right one the same calls', async () => {
    const product = aProduct();
    const kept = await registered(product.ports);
    const costs = async (known: RegisteredAnswers | undefined, who: string) => {
      const { ports, counts } = countedPorts(product.ports);
      await answersHold(ports, JO, known, questions, answersOf(who));
      return counts();
    };
    const right = await costs(kept, 'jo');
    expect(right).toEqual({ 'hasher.hash': 3, 'mac.matches': 3 });
    expect(await costs(kept, 'ann')).toEqual(right);
    expect(await costs(undefined, 'jo')).toEqual(right);
  });

  it('never hold for nobody, for missing ones, or when nothing is asked', async () => {
    const { ports } = aProduct();
    const kept = await registered(ports);
    expect(await answersHold(ports, JO, undefined, questions, answersOf('jo'))).toBe(false);
    expect(await answersHold(ports, JO, kept, questions, {})).toBe(false);
    expect(await answersHold(ports, JO, kept, [], answersOf('jo'))).toBe(false);
    const oneMissing = { ...kept, answers: kept.answers.slice(1) };
    expect(await answersHold(ports, JO, oneMissing, questions, answersOf('jo'))).toBe(false);
  });

  it("do not hold in another person's row, nor at another question", async () => {
    const { ports } = aProduct();
    const kept = await registered(ports);
    expect(await answersHold(ports, ANN, kept, questions, answersOf('jo'))).toBe(false);
    const [first, second, third] = kept.answers;
    if (!first || !second || !third) return expect.fail('three are registered');
    const moved = { ...second, questionId: first.questionId };
    const swapped = { ...kept, answers: [moved, { ...first, questionId: second.questionId }, third] };
    const given = answersOf('jo');
    const crossed = {
      ...given,
      [first.questionId]: given[second.questionId] ?? '',
      [second.questionId]: given[first.questionId] ?? '',
    };
    expect(await answersHold(ports, JO, swapped, questions, crossed)).toBe(false);
  });

  it('do not hold under another key: the store alone is worth nothing', async () => {
    const { ports } = aProduct();
    const kept = await registered(ports);
    const others = { ...ports.mac, matches: async () => false };
    expect(await answersHold({ ...ports, mac: others }, JO, kept, questions, answersOf('jo'))).toBe(false);
  });

  it('hold by the rule they were kept with, though the rule of the question has changed since', async () => {
    const { ports } = aProduct();
    const folded = aQuestion('pet');
    const exact = { ...folded, caseSensitive: true };
    const kept = async (question: Question) => ({
      questionnaire: 1,
      registeredAt: NOW,
      answers: [await keepAnswer(ports, JO, question, 'McDonald')],
    });
    const hold = async (registeredFor: Question, askedAs: Question, pet: string) =>
      answersHold(ports, JO, await kept(registeredFor), [askedAs], { pet });
    for (const askedAs of [folded, exact]) {
      expect(await hold(folded, askedAs, 'mcDONALD')).toBe(true);
      expect(await hold(exact, askedAs, 'mcDONALD')).toBe(false);
      expect(await hold(exact, askedAs, ' McDonald ')).toBe(true);
    }
  });

  it('do not hold when the rule beside them is swapped in the store', async () => {
    const { ports } = aProduct();
    const pet = aQuestion('pet', { caseSensitive: true });
    const answer = await keepAnswer(ports, JO, pet, 'rex');
    const swapped = { questionnaire: 1, registeredAt: NOW, answers: [{ ...answer, normalisation: 1 }] };
    expect(await answersHold(ports, JO, swapped, [pet], { pet: 'rex' })).toBe(false);
  });

  it('are kept as tags with a salt each, and never as themselves', async () => {
    const { ports } = aProduct();
    const kept = await registered(ports);
    const stored = JSON.stringify(kept);
    for (const answer of Object.values(answersOf('jo'))) expect(stored).not.toContain(answer);
    expect(new Set(kept.answers.map(({ salt }) => salt)).size).toBe(questions.length);
    expect(kept.answers.every(({ cost }) => cost === ANSWER_COST)).toBe(true);
  });

  it('hold with the real argon2id too, and are refused by it', async () => {
    const { ports } = aProduct({}, { hasher: argon2AnswerHasher() });
    const kept = await registered(ports);
    expect(await answersHold(ports, JO, kept, questions, answersOf('jo'))).toBe(true);
    expect(await answersHold(ports, JO, kept, questions, answersOf('ann'))).toBe(false);
  });
});
