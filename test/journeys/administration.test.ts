import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call, ConfigurationDocument } from '../../client/client.ts';
import { ADMINISTRATORS } from '../../local/cast/administrators.ts';
import { manyPeople } from '../../local/directory/many-people.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import {
  administratorAt,
  counted,
  drafted,
  impactOf,
  problemOf,
  reported,
  reviewed,
} from './proofs/administering.ts';
import { ANSWERS } from './proofs/fresh-people.ts';
import { codeFor, flowOf, provenFlow, sendAll, startJson } from './proofs/json-client.ts';
import { codeIn, jsonIn } from './proofs/over-http.ts';
import { atRegistration } from './proofs/registering.ts';
import { startRunning, type Running } from './proofs/running.ts';

const DAY = 24 * 60 * 60_000;
const MORE = { ...ANSWERS, 'teacher-nickname': 'the old badger' };
/** A thousand who have registered; twenty of them have become contractors since, and are blocked. */
const PEOPLE = manyPeople(1_000).map((member) => ({
  ...member,
  enrolled: true,
  answers: ANSWERS,
  personalMail: `${member.username}@home.example.net`,
}));
const ASKED = PEOPLE.filter(({ groups }) => !groups.includes('Contractors'));

const asksMore = (document: ConfigurationDocument): ConfigurationDocument => ({
  ...document,
  questionnaire: {
    ...document.questionnaire,
    items: [...document.questionnaire.items, { question: 'teacher-nickname' }],
    minimumAnswers: 4,
  },
});

describe('a new questionnaire, with a thousand who have answered the old one', () => {
  let running: Running;
  let ada: Call;
  let until: number;
  const member = (index: number) => ASKED[index] ?? { username: '', password: '' };
  const methodsOf = (stands: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      (stands['methods'] as { method: string; status: string; goodUntil?: string }[]).map((each) => [
        each.method,
        each,
      ]),
    );

  beforeAll(async () => {
    // What a hash costs does not matter here; everything else of registering is the product's own.
    const wrap = (ports: Running['ports']) => ({ ...ports, hasher: countingHasher() });
    running = await startRunning({ people: [...ADMINISTRATORS, ...PEOPLE], wrap });
    ada = await administratorAt(running, 'ada');
    until = running.clock.now() + 30 * DAY;
  }, 120_000);
  afterAll(() => running?.stop());

  it('finds a thousand registered', async () => {
    expect(await counted(ada)).toMatchObject({ registered: ASKED.length, blocked: 20 });
    expect(ASKED).toHaveLength(980);
  });

  it('is reviewed: just those must register again whom it asks more of', async () => {
    const { document } = await ada('GET /api/admin/configuration');
    const impact = await impactOf(ada, asksMore(document));
    expect(impact).toMatchObject({ mustRegisterAgain: ASKED.length, newlyBlocked: 0 });
    expect(impact.byStatus['registered']).toEqual({ before: ASKED.length, after: 0 });
    expect(impact.byStatus['out-of-date']).toEqual({ before: 0, after: ASKED.length });
    // Other words for the same questions ask nothing of anybody.
    const [first, ...others] = document.questions;
    const reworded = first
      ? [{ ...first, texts: { ...first.texts, en: 'Whom did you hear first on a stage?' } }]
      : [];
    expect(await impactOf(ada, { ...document, questions: [...reworded, ...others] })).toMatchObject({
      mustRegisterAgain: 0,
    });
  });

  it('is published with a date only, and changes nothing until then', async () => {
    const seen = await reviewed(ada, await drafted(ada, asksMore));
    expect(seen.review.needsEarlierUntil).toBe(true);
    const body = { revision: seen.revision, reason: 'One more' };
    expect(await problemOf(ada('POST /api/admin/draft/publish', { body }))).toMatchObject({
      code: 'earlier-until-missing',
    });
    const earlierUntil = new Date(until).toISOString();
    await ada('POST /api/admin/draft/publish', { body: { ...body, earlierUntil } });
    const now = await ada('GET /api/admin/configuration');
    expect(now).toMatchObject({
      version: 1,
      questionnaireVersion: 2,
      earlierQuestionnaires: [{ version: 1, acceptedUntil: earlierUntil }],
    });
  });

  it('lets somebody recover with the old answers, until the date', async () => {
    const flow = await provenFlow(running, member(0));
    expect(await flow.reset('Quiet-Harbour-42-x')).toMatchObject({ status: 200 });
    expect(running.lookAlike().isPassword(member(0).username, 'Quiet-Harbour-42-x')).toBe(true);
    expect(await counted(ada)).toMatchObject({ 'out-of-date': ASKED.length });
  });

  it('tells people after sign-in until when they have time, and takes the new answers', async () => {
    const visit = await atRegistration(running, member(1));
    const before = await visit.stands();
    expect(before['enough']).toBe(true);
    expect(methodsOf(before)['security-answers']).toMatchObject({
      status: 'needs-attention',
      goodUntil: new Date(until).toISOString(),
    });
    expect((await visit.answer(ANSWERS)).status).toBe(422);
    expect((await visit.answer(MORE)).status).toBe(200);
    expect(methodsOf(await visit.stands())['security-answers']).toMatchObject({ status: 'set-up' });
  });

  it('writes to everybody it asks more of, once', async () => {
    const told = ASKED.length - 1;
    expect(await running.functions.announce()).toMatchObject({ told, toldBefore: 0, noAddress: 0 });
    expect(await running.functions.announce()).toMatchObject({ told: 0, toldBefore: told });
    await sendAll(running);
    const last = ASKED.at(-1)?.personalMail;
    const letters = running.mailbox.messages().filter(({ to }) => to === last);
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Please set up again how you prove it’s you to Example Corporation',
    ]);
  }, 120_000);

  it('after the date takes old answers no more, and asks for new ones', async () => {
    running.clock.pass(31 * DAY);
    const late = member(2);
    const flow = flowOf(running, await startJson(running, late.username, { send: 'email-code' }));
    const code = await codeFor(running, `${late.username}@home.example.net`);
    expect((await flow.code(code)).status).toBe(200);
    // The right answers, to as many questions as are asked now.
    expect(codeIn(await flow.answers(MORE))).toBe('proof-wrong');
    expect(codeIn(await flow.reset('Another-Harbour-42-x'))).toBe('proof-missing');

    const visit = await atRegistration(running, late);
    const stands = await visit.stands();
    expect(stands['enough']).toBe(false);
    const answers = methodsOf(stands)['security-answers'];
    expect(answers).toMatchObject({ status: 'needs-attention' });
    expect(answers).not.toHaveProperty('goodUntil');
    expect((await visit.answer(MORE)).status).toBe(200);
    const again = await provenFlow(running, { ...late, answers: MORE });
    expect(jsonIn(await again.reset('Another-Harbour-42-x'))).toMatchObject({ result: 'done' });
  });

  it('leaves a report that says who is still to do it', async () => {
    ada = await administratorAt(running, 'ada');
    const rows = await reported(ada);
    const statuses = [1, 2, 3].map((index) => rows.get(member(index).username)?.status);
    expect(statuses).toEqual(['registered', 'registered', 'out-of-date']);
    expect(await counted(ada)).toMatchObject({ registered: 2, 'out-of-date': ASKED.length - 2, blocked: 20 });
  });
});
