import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../domain/person.ts';
import { questionsOf, type Configuration } from '../../../domain/policy/configuration.ts';
import {
  answersTaken,
  fulfilledBy,
  questionsIn,
  type EarlierQuestionnaire,
  type Questionnaire,
} from '../../../domain/questionnaire/questionnaire.ts';
import { askedCounts, askedOf, usableAnswers } from '../../../domain/recovery/asked.ts';
import { aConfiguration, asking } from '../../support/configured.ts';
import { DAY } from '../../support/administering.ts';
import { aProduct, NOW } from '../../support/product.ts';
import { anyQuestionnaire, group, single } from '../../support/questionnaires.ts';
import { registeredAnswers } from '../../support/stored-records.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const { ports } = aProduct();
const someone = () => ({ domain: 'CORP', guid: randomUUID() });
/** The configuration with this questionnaire in force. */
const inForce = (
  questionnaire: Questionnaire,
  ask?: number,
  earlierQuestionnaires: readonly EarlierQuestionnaire[] = [],
): Configuration => {
  const base = aConfiguration({ earlierQuestionnaires });
  const plan = { ...base.document.questionnaire, ...(ask !== undefined && { ask }) };
  return { ...base, questionnaire, document: { ...base.document, questionnaire: plan } };
};
const PARTS = [single('pet'), group(2, ['car', 'toy', 'book', 'song']), single('street')];
const configuration = inForce({ version: 2, parts: PARTS });

describe('what somebody is asked who has registered', () => {
  it('is their own questions, in the order of the questionnaire', async () => {
    const answers = registeredAnswers('street', 'song', 'pet', 'car');
    expect(await askedOf(ports, someone(), answers, configuration, NOW)).toEqual([
      'pet',
      'car',
      'song',
      'street',
    ]);
  });

  it('is at most as many as are to be asked, always the same ones, and others for others', async () => {
    const answers = registeredAnswers('pet', 'car', 'toy', 'street');
    const two = inForce({ version: 2, parts: PARTS }, 2);
    const asked = new Set<string>();
    for (let i = 0; i < 40; i += 1) {
      const person = someone();
      const first = await askedOf(ports, person, answers, two, NOW);
      expect(first).toHaveLength(2);
      expect(first).toEqual(['pet', 'car', 'toy', 'street'].filter((id) => first.includes(id)));
      expect(await askedOf(ports, person, answers, two, NOW + 1)).toEqual(first);
      for (const id of first) asked.add(id);
    }
    expect(asked.size).toBe(4);
    expect(
      await askedOf(ports, someone(), answers, inForce({ version: 2, parts: PARTS }, 9), NOW),
    ).toHaveLength(4);
  });

  it('is what they answered of an earlier version until its date, and then what a stranger would be asked', async () => {
    const earlier = {
      version: 1,
      parts: [single('cat'), single('town')],
      replacedAt: NOW - DAY,
      acceptedUntil: NOW,
    };
    const both = inForce({ version: 2, parts: PARTS }, undefined, [earlier]);
    const answers = registeredAnswers('cat', 'town');
    const person = someone();
    expect(await askedOf(ports, person, answers, both, NOW - 1)).toEqual(['cat', 'town']);
    const after = await askedOf(ports, person, answers, both, NOW);
    expect(after).toEqual(await askedOf(ports, person, undefined, both, NOW));
    expect(after).toHaveLength(4);
    expect(usableAnswers(answers, both, NOW - 1)).toEqual(['cat', 'town']);
    expect(usableAnswers(answers, both, NOW)).toBeUndefined();
  });

  it('is the newest version that their answers fulfil', () => {
    const parts = [single('pet'), single('cat')];
    const earlier = { version: 1, parts, replacedAt: NOW - DAY, acceptedUntil: NOW + 1 };
    const both = inForce({ version: 2, parts: [single('pet'), single('dog')] }, undefined, [earlier]);
    expect(usableAnswers(registeredAnswers('pet', 'cat', 'dog'), both, NOW)).toEqual(['pet', 'dog']);
    expect(usableAnswers(registeredAnswers('pet', 'cat'), both, NOW)).toEqual(['pet', 'cat']);
  });

  it('is always all of theirs, or as many of them as are asked, and nothing else', async () => {
    const cases = anyQuestionnaire.chain((questionnaire) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        answered: fc.shuffledSubarray([...questionsIn(questionnaire), 'other']),
        ask: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ questionnaire, answered, ask }) => {
        const rules = inForce(questionnaire, ask);
        const own = fulfilledBy(questionnaire, new Set(answered));
        const asked = await askedOf(ports, someone(), registeredAnswers(...answered), rules, NOW);
        expect(askedCounts(rules, NOW)).toEqual([asked.length]);
        expect(asked).toHaveLength(Math.min(ask ?? Infinity, answersTaken(questionnaire)));
        expect(new Set(asked).size).toBe(asked.length);
        if (own) expect(own.filter((id) => asked.includes(id))).toEqual(asked);
      }),
    );
  });
});

describe('what a stranger is asked', () => {
  it('is what somebody could have registered: every single question, and of a group as many as it takes', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestionnaire, async (questionnaire) => {
        const asked = await askedOf(ports, someone(), undefined, inForce(questionnaire), NOW);
        expect(fulfilledBy(questionnaire, new Set(asked))).toEqual(asked);
        expect(asked).toHaveLength(answersTaken(questionnaire));
      }),
    );
  });

  it('is always the same for one, and not the same for all', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      const stranger = someone();
      const asked = await askedOf(ports, stranger, undefined, configuration, NOW);
      expect(await askedOf(ports, stranger, undefined, configuration, NOW)).toEqual(asked);
      seen.add(asked.join());
    }
    // Two of four: all six pairs come up.
    expect(seen.size).toBe(6);
  });

  const fallingTo = (version: number): Questionnaire => ({
    version,
    parts: [single(`only-${String(version)}`)],
  });
  const earlier = (version: number, replacedAt: number, acceptedUntil: number): EarlierQuestionnaire => ({
    ...fallingTo(version),
    replacedAt,
    acceptedUntil,
  });
  const seen = async (rules: Configuration, now: number, strangers: readonly Person[]) =>
    Promise.all(strangers.map(async (one) => (await askedOf(ports, one, undefined, rules, now)).join()));
  const strangers = Array.from({ length: 60 }, someone);

  it('is what it was at the moment when people are asked something else, as it is for all who have registered', async () => {
    const rules = inForce(fallingTo(8), undefined, [earlier(7, NOW, NOW + 30 * DAY)]);
    expect(new Set(await seen(rules, NOW, strangers))).toEqual(new Set(['only-7']));
  });

  it('changes one after the other, as if they registered again, some of them not before the last day', async () => {
    const rules = inForce(fallingTo(8), undefined, [earlier(7, NOW, NOW + 30 * DAY)]);
    const [half, late, after] = await Promise.all(
      [15 * DAY, 30 * DAY - 1, 30 * DAY].map((passed) => seen(rules, NOW + passed, strangers)),
    );
    expect(new Set(half)).toEqual(new Set(['only-7', 'only-8']));
    expect(new Set(late)).toEqual(new Set(['only-7', 'only-8']));
    expect(new Set(after)).toEqual(new Set(['only-8']));
  });

  it('never goes back to an earlier version, whatever is published and whatever runs out meanwhile', async () => {
    const plans = fc.record({
      published: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
      windows: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(plans, async ({ published, windows }) => {
        const one = [someone()];
        const days = published.toSorted((a, b) => a - b);
        let last = '';
        for (let day = 0; day <= 160; day += 4) {
          const versions = days.filter((at) => at <= day).length;
          const replaced = days.slice(0, versions).map((at, index) => {
            const until = NOW + (at + (windows[index] ?? 1)) * DAY;
            return earlier(index + 1, NOW + at * DAY, until);
          });
          const rules = inForce(fallingTo(versions + 1), undefined, replaced);
          const [asked = ''] = await seen(rules, NOW + day * DAY, one);
          expect(asked >= last, `${asked} after ${last}`).toBe(true);
          last = asked;
        }
      }),
    );
  });

  it('costs the same work as what somebody known is asked', async () => {
    const cost = async (answers: ReturnType<typeof registeredAnswers> | undefined) => {
      const counted = countedPorts(ports);
      await askedOf(counted.ports, someone(), answers, configuration, NOW);
      return counted.counts();
    };
    expect(await cost(undefined)).toEqual(await cost(registeredAnswers('pet', 'car', 'toy', 'street')));
    expect(await cost(undefined)).toEqual(await cost(registeredAnswers('pet')));
  });

  it('has words: every question that is asked is in the store', async () => {
    const document = { ...aConfiguration().document, ...asking(['pet', [1, ['car', 'toy']]]) };
    const stored = aConfiguration({ document });
    const asked = await askedOf(ports, someone(), undefined, stored, NOW);
    expect(questionsOf(stored, asked)).toHaveLength(2);
  });
});
