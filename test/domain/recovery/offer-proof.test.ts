import { describe, expect, it } from 'vitest';
import { argon2AnswerHasher } from '../../../adapters/argon2/answer-hasher.ts';
import { offerProof } from '../../../domain/recovery/offer-proof.ts';
import { answersOffer } from '../../../domain/verification/methods/security-answers.ts';
import { sendCode } from '../../../domain/recovery/send-code.ts';
import { aQuestion, asking } from '../../support/configured.ts';
import { answersOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW, publish, type Product } from '../../support/product.ts';
import {
  kindsOf,
  offerAnswers,
  offerCode,
  sentCode,
  SOURCE,
  started,
  trailOf,
} from '../../support/recovering.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const WRONG = answersOf('somebody else');
const QUESTIONS = 3;

async function withJo(...given: Parameters<typeof aProduct>): Promise<Product> {
  const product = aProduct(...given);
  await enrolled(product, 'jo');
  product.hasher.forget();
  return product;
}
const kindsIn = (verdicts: readonly { readonly kind: string }[]) =>
  verdicts.map(({ kind }) => kind).toSorted();
const wrongCode = (code: string) => (code === '00000000' ? '00000001' : '00000000');

describe('a proof', () => {
  it('that holds is kept in the flow and gives its try back', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const verdict = await offerAnswers(product, key, answersOf('jo'));
    expect(verdict.kind).toBe('proven');
    const flow = await product.ports.flows.find(key);
    expect(flow).toMatchObject({ tries: 0, proofs: [{ method: 'security-answers', at: NOW }] });
  });

  it('that does not hold is in the trail, by its method and nothing else', async () => {
    const product = await withJo();
    const flow = await started(product, 'jo');
    product.clock.pass(1);
    expect(await offerAnswers(product, flow.key, WRONG)).toEqual({ kind: 'wrong', triesLeft: 4 });
    const events = await trailOf(product, flow.person);
    expect(events.at(-1)).toMatchObject({
      reference: flow.reference,
      source: SOURCE,
      happening: { kind: 'proof-refused', method: 'security-answers' },
    });
    for (const answer of Object.values(WRONG)) expect(JSON.stringify(events)).not.toContain(answer);
  });

  it('is refused for good after five that did not hold, right as it may be', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const left = [];
    for (let i = 0; i < 5; i += 1) left.push(await offerAnswers(product, key, WRONG));
    expect(left.map((verdict) => verdict.kind === 'wrong' && verdict.triesLeft)).toEqual([4, 3, 2, 1, 0]);
    const before = product.hasher.calls();
    expect(await offerAnswers(product, key, answersOf('jo'))).toEqual({ kind: 'closed', phase: 'refused' });
    expect(product.hasher.calls()).toBe(before);
  });

  it('is counted before it is looked at: of 64 at once no more are looked at than the flow may have', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const verdicts = await Promise.all(Array.from({ length: 64 }, () => offerAnswers(product, key, WRONG)));
    expect(product.hasher.calls()).toBe(5 * QUESTIONS);
    expect(verdicts.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
  });

  it('is counted for the person too: of 64 flows and spellings at once no more than seven are looked at', async () => {
    const product = await withJo({ limits: { startsPerSourceHour: 1000 } });
    const names = ['jo', 'JO', 'CORP\\jo', 'jo@corp.example'];
    const flows = await Promise.all(
      Array.from({ length: 64 }, (_, i) => started(product, names[i % names.length] ?? 'jo')),
    );
    const verdicts = await Promise.all(flows.map(({ key }) => offerAnswers(product, key, WRONG)));
    expect(product.hasher.calls()).toBe(7 * QUESTIONS);
    expect(verdicts.filter(({ kind }) => kind === 'wait')).toHaveLength(57);
    expect(verdicts.find((verdict) => verdict.kind === 'wait')).toMatchObject({ retryAt: NOW + 10 * MINUTE });
  });

  it.each([
    ['with the domain', 'CORP\\'],
    ['in capitals', ' '],
  ])('is counted for a stranger under every spelling as it is for a person: %s', async (_what, before) => {
    const product = await withJo();
    const told = async (name: string) => {
      const verdicts = [];
      for (const spelling of [name, `${before}${name.toUpperCase()}`, name])
        for (let i = 0; i < 4; i += 1) {
          const { key } = await started(product, spelling);
          verdicts.push((await offerAnswers(product, key, WRONG)).kind);
        }
      return verdicts;
    };
    const person = await told('jo');
    expect(person.slice(0, 8)).toEqual([...Array<string>(7).fill('wrong'), 'wait']);
    expect(await told('nobody')).toEqual(person);
  });

  it('may be offered again in the next window, but never more than twenty times in a row without holding', async () => {
    const product = await withJo({ limits: { startsPerSourceHour: 1000 } });
    for (let window = 0; window < 6; window += 1) {
      for (let i = 0; i < 8; i += 1) {
        const { key } = await started(product, 'jo');
        await offerAnswers(product, key, WRONG);
      }
      product.clock.pass(15 * MINUTE);
    }
    expect(product.hasher.calls()).toBe(20 * QUESTIONS);
    const { key } = await started(product, 'jo');
    expect((await offerAnswers(product, key, answersOf('jo'))).kind).toBe('wait');
    // The other method is not switched off with it.
    expect((await offerCode(product, key, await sentCode(product, key))).kind).toBe('proven');
  });

  it('that holds forgets the failures in a row before it', async () => {
    const product = await withJo({ limits: { triesPerPerson: 1000 } });
    for (let round = 0; round < 8; round += 1) {
      const { key } = await started(product, 'jo');
      for (let i = 0; i < 3; i += 1) await offerAnswers(product, key, WRONG);
      expect((await offerAnswers(product, key, answersOf('jo'))).kind).toBe('proven');
    }
  });

  it('stays counted when looking at it breaks', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    product.hasher.breakNext(1);
    await expect(offerAnswers(product, key, answersOf('jo'))).rejects.toThrow('the hasher broke');
    expect(await product.ports.flows.find(key)).toMatchObject({ tries: 1, proofs: [] });
    for (let i = 0; i < 10; i += 1) {
      product.hasher.breakNext(1);
      await offerAnswers(product, key, WRONG).catch(() => undefined);
    }
    expect(await offerAnswers(product, key, answersOf('jo'))).toEqual({ kind: 'closed', phase: 'refused' });
  });

  it('is worth nothing without a flow, and nothing once the flow is over', async () => {
    const product = await withJo();
    expect(await offerAnswers(product, 'no such key', answersOf('jo'))).toEqual({
      kind: 'closed',
      phase: 'gone',
    });
    const { key } = await started(product, 'jo');
    product.clock.pass(15 * MINUTE);
    expect(await offerAnswers(product, key, answersOf('jo'))).toEqual({ kind: 'closed', phase: 'expired' });
  });

  it('prolongs its flow, to an hour after the start and no further', async () => {
    const product = await withJo({
      limits: { triesPerFlow: 9, triesPerPerson: 99 },
    });
    const { key } = await started(product, 'jo');
    for (let minutes = 14; minutes < 60; minutes += 14) {
      product.clock.pass(14 * MINUTE);
      expect((await offerAnswers(product, key, WRONG)).kind).toBe('wrong');
    }
    expect((await product.ports.flows.find(key))?.expiresAt).toBe(NOW + 60 * MINUTE);
    product.clock.pass(4 * MINUTE);
    expect((await offerAnswers(product, key, answersOf('jo'))).kind).toBe('closed');
  });

  it('of one person proves nothing of another', async () => {
    const product = await withJo();
    await enrolled(product, 'ann');
    const { key } = await started(product, 'ann');
    expect((await offerAnswers(product, key, answersOf('jo'))).kind).toBe('wrong');
    expect((await offerAnswers(product, key, answersOf('ann'))).kind).toBe('proven');
  });

  it('costs the same calls whether it is right, wrong, or a stranger’s', async () => {
    const product = await withJo();
    const costs = async (name: string, who: string) => {
      const { key } = await started(product, name);
      const { ports, counts } = countedPorts(product.ports);
      await offerProof(ports, key, SOURCE, answersOffer(ports, answersOf(who)));
      const { 'flows.prove': _kept, 'trail.append': _refused, ...rest } = counts();
      return rest;
    };
    const right = await costs('jo', 'jo');
    expect(right).toMatchObject({
      'hasher.hash': 3,
      'mac.matches': 3,
      'enrollments.find': 1,
      'flows.reserve': 1,
    });
    expect(await costs('jo', 'ann')).toEqual(right);
    expect(await costs('nobody', 'jo')).toEqual(right);
  });

  it('is judged by the real argon2id as well', async () => {
    const product = await withJo({}, { hasher: argon2AnswerHasher() });
    const { key } = await started(product, 'jo');
    expect((await offerAnswers(product, key, answersOf('jo'))).kind).toBe('proven');
  });
});

describe('the answers', () => {
  it('are all looked at, whichever one is wrong', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    for (const id of Object.keys(answersOf('jo'))) {
      const before = product.hasher.calls();
      const verdict = await offerAnswers(product, key, { ...answersOf('jo'), [id]: 'wrong' });
      expect(verdict.kind).toBe('wrong');
      expect(product.hasher.calls() - before).toBe(QUESTIONS);
    }
  });
});

describe('the answers of somebody who picked some of a group', () => {
  const asked = asking(['pet', [2, ['car', 'toy', 'book', 'song']]]);
  const withPicks = async (more: Parameters<typeof aProduct>[0] = {}): Promise<Product> => {
    const product = aProduct({ ...more, document: { ...asked, ...more.document } });
    await enrolled(product, 'jo', { answers: ['pet', 'book', 'song'] });
    return product;
  };

  it('are asked by the questions they picked, and hold', async () => {
    const product = await withPicks();
    const { key, asked: questions } = await started(product, 'jo');
    expect(questions).toEqual(['pet', 'book', 'song']);
    expect((await offerAnswers(product, key, answersOf('jo', questions))).kind).toBe('proven');
  });

  it('hold for as many as are asked, whatever else is sent', async () => {
    const product = await withPicks({
      document: asking(['pet', [2, ['car', 'toy', 'book', 'song']]], { ask: 1 }),
    });
    const { key, asked: questions } = await started(product, 'jo');
    expect(questions).toHaveLength(1);
    expect((await started(product, 'jo')).asked).toEqual(questions);
    const others = answersOf('ann', ['pet', 'book', 'song']);
    expect((await offerAnswers(product, key, { ...others, ...answersOf('jo', questions) })).kind).toBe(
      'proven',
    );
    const { key: another } = await started(product, 'jo');
    expect(
      (await offerAnswers(product, another, answersOf('jo', questions.toReversed().slice(1)))).kind,
    ).toBe('wrong');
  });
});

describe('answers to an earlier questionnaire', () => {
  const DATE = NOW + 5 * MINUTE;
  const replaced = {
    ...asking(['pet', 'town']),
    questions: ['pet', 'street', 'town'].map((id) => aQuestion(id)),
  };
  /** Jo answered pet and street; now it is pet and town, and the earlier answers are good until a date. */
  const republished = async (ask?: number): Promise<Product> => {
    const plan = ask === undefined ? {} : { ask };
    const product = aProduct({ document: asking(['pet', 'street'], plan) });
    await enrolled(product, 'jo');
    const { parts } = product.configuration.questionnaire;
    await publish(product, {
      document: { ...replaced, questionnaire: { ...replaced.questionnaire, ...plan } },
      questionnaireVersion: 2,
      earlierQuestionnaires: [{ version: 1, parts, replacedAt: NOW, acceptedUntil: DATE }],
    });
    return product;
  };

  it('hold until the date, and are what is asked', async () => {
    const product = await republished();
    const { key, asked } = await started(product, 'jo');
    expect(asked).toEqual(['pet', 'street']);
    expect((await offerAnswers(product, key, answersOf('jo', asked))).kind).toBe('proven');
  });

  it('prove nothing after the date, in a flow that was begun before it too', async () => {
    const product = await republished();
    const { key, asked } = await started(product, 'jo');
    product.clock.pass(5 * MINUTE);
    expect((await offerAnswers(product, key, answersOf('jo', asked))).kind).toBe('wrong');
    const later = await started(product, 'jo');
    expect(later.asked).toEqual(['pet', 'town']);
    expect((await offerAnswers(product, later.key, answersOf('jo', ['pet', 'street', 'town']))).kind).toBe(
      'wrong',
    );
  });

  it('prove nothing after the date, though only a question is asked that was answered back then', async () => {
    const product = await republished(1);
    product.clock.pass(5 * MINUTE);
    // Somebody for whom the lot falls on the question that both questionnaires have.
    for (let i = 0; i < 20; i += 1) {
      const name = `jo${String(i)}`;
      await enrolled(product, name, { answers: ['pet', 'street'] });
      const { key, asked } = await started(product, name);
      if (asked[0] !== 'pet') continue;
      expect((await offerAnswers(product, key, answersOf(name, asked))).kind).toBe('wrong');
      return;
    }
    expect.fail('nobody was asked for the pet');
  });
});

describe('a question that has left the store while a flow asked it', () => {
  it('does not make the rest enough', async () => {
    const product = aProduct({ document: asking(['pet', 'street']) });
    await enrolled(product, 'jo');
    const { key } = await started(product, 'jo');
    await publish(product, { document: { questions: [aQuestion('pet')] } });
    expect((await offerAnswers(product, key, answersOf('jo', ['pet', 'street']))).kind).toBe('wrong');
  });
});

describe('a code', () => {
  it('works once', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key);
    expect((await offerCode(product, key, code)).kind).toBe('proven');
    expect((await offerCode(product, key, code)).kind).toBe('wrong');
    expect((await product.ports.flows.find(key))?.proofs).toHaveLength(1);
  });

  it('works once, too, when it is offered 32 times at the same moment', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key);
    const verdicts = await Promise.all(Array.from({ length: 32 }, () => offerCode(product, key, code)));
    expect(kindsIn(verdicts).filter((kind) => kind === 'proven')).toHaveLength(1);
    expect((await product.ports.flows.find(key))?.proofs).toHaveLength(1);
  });

  it('ends when the next one is sent', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const first = await sentCode(product, key);
    const second = await sentCode(product, key);
    expect((await offerCode(product, key, first)).kind).toBe('wrong');
    expect((await offerCode(product, key, second)).kind).toBe('proven');
  });

  it('is worth nothing in another flow of the same person', async () => {
    const product = await withJo();
    const [one, other] = [await started(product, 'jo'), await started(product, 'jo')];
    const code = await sentCode(product, one.key);
    await sentCode(product, other.key);
    expect((await offerCode(product, other.key, code)).kind).toBe('wrong');
    expect((await offerCode(product, one.key, code)).kind).toBe('proven');
  });

  it('lasts ten minutes', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key);
    product.clock.pass(10 * MINUTE);
    expect((await offerCode(product, key, code)).kind).toBe('wrong');
  });

  it('dies of too many wrong entries, and its death is told as a wrong code', async () => {
    const product = await withJo({ limits: { triesPerCode: 2 } });
    const { key } = await started(product, 'jo');
    const code = await sentCode(product, key);
    for (let i = 0; i < 2; i += 1) await offerCode(product, key, wrongCode(code));
    expect(await offerCode(product, key, code)).toEqual({ kind: 'wrong', triesLeft: 3 });
    expect((await offerCode(product, key, await sentCode(product, key))).kind).toBe('proven');
  });

  it('that was never sent does not hold, and the try is counted', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    expect(await offerCode(product, key, '00000000')).toEqual({ kind: 'wrong', triesLeft: 4 });
  });

  it('is sent three times at most, at once or one after the other', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    const sent = await Promise.all(
      Array.from({ length: 16 }, () => sendCode(product.ports, key, 'email-code')),
    );
    expect(kindsIn(sent).filter((kind) => kind === 'sent')).toHaveLength(3);
    expect((await product.ports.flows.find(key))?.outbox).toHaveLength(3);
    expect(await sendCode(product.ports, key, 'email-code')).toEqual({ kind: 'no-more-codes' });
  });

  it('is sent for no flow that is over, and none that is not there', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    product.clock.pass(15 * MINUTE);
    expect(await sendCode(product.ports, key, 'email-code')).toEqual({ kind: 'closed', phase: 'expired' });
    expect(await sendCode(product.ports, 'no such key', 'email-code')).toEqual({
      kind: 'closed',
      phase: 'gone',
    });
  });

  it('of a stranger is made and queued like any other, and never proves anything', async () => {
    const product = await withJo();
    const { key, person } = await started(product, 'nobody');
    const code = await sentCode(product, key);
    // Even the code itself proves a person who does not exist: no account is behind it.
    await offerCode(product, key, code);
    expect(await product.ports.directory.read(person)).toBeUndefined();
    expect(kindsOf(await trailOf(product, person))).not.toContain('change-intended');
  });
});
