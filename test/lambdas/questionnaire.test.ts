import { describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { aQuestion, asking } from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type Answer, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { formsOf, pageVisitor, type PageVisitor } from '../support/page-visitor.ts';
import { aProduct, publish } from '../support/product.ts';
import { started } from '../support/recovering.ts';
import { anAccount } from '../support/scripted-account.ts';

const OLD = 'Correct-Horse-1';
const PLACES = ['street', 'beach', 'bridge', 'tower'] as const;
/** Two single questions, and a group of which two of four are picked. */
const TWO_AND_TWO = asking(['concert', 'teacher', [2, PLACES]]);
const ANSWERS = { 'answer.concert': 'the velvet band', 'answer.teacher': 'professor velvet' };
const row = (n: number, choice: string, answer: string) => ({
  [`choice.group-2.${n}`]: choice,
  [`answer.group-2.${n}`]: answer,
});
const RIGHT = { ...ANSWERS, ...row(1, 'beach', 'sand and wind'), ...row(2, 'tower', 'far too high') };

function aDoor(document: Partial<ConfigurationDocument> = TWO_AND_TWO): FrontDoor {
  const product = aProduct({ document });
  product.script.add(anAccount('newcomer'), OLD);
  return frontDoor(product);
}
async function signedIn(door: FrontDoor): Promise<PageVisitor> {
  const visitor = pageVisitor(door);
  await visitor.open('/enroll');
  await visitor.send('/enroll/sign-in', { username: 'newcomer', password: OLD });
  await visitor.open('/enroll/security-answers');
  return visitor;
}
const register = async (door: FrontDoor, fields: Readonly<Record<string, string>>) =>
  (await signedIn(door)).send('/enroll/security-answers', fields);
/** The fields that are marked as wrong, each with its sentence. */
const wrongFields = ({ body }: Answer): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...body.matchAll(/<p class="error" id="([^"]+)-error">([^<]*)</g)].map(([, id, text]) => [id, text]),
  );

describe('a questionnaire with a group', () => {
  it('is registered with the questions somebody picked, and asks for these when they recover', async () => {
    const door = aDoor();
    const page = await register(door, RIGHT);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Security questions');
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'newcomer' });
    const questions = await visitor.open('/recover/security-answers');
    expect([...questions.body.matchAll(/name="(answer\.[^"]+)"/g)].map(([, name]) => name)).toEqual(
      ['concert', 'teacher', 'beach', 'tower'].map((id) => `answer.${id}`),
    );
    const proven = await visitor.send('/recover/security-answers', {
      ...ANSWERS,
      'answer.beach': 'Sand  and WIND',
      'answer.tower': 'far too high',
    });
    expect(proven.body).toContain('Thank you, we know it’s you');
  });

  it('offers the whole group in every row, and nothing that is picked already', async () => {
    const visitor = await signedIn(aDoor());
    const page = visitor.seen.at(-1) ?? expect.fail('no page');
    const selects = [...page.body.matchAll(/<select id="choice[^>]*>([\s\S]*?)<\/select>/g)];
    expect(selects).toHaveLength(2);
    for (const [, options] of selects)
      expect([...(options ?? '').matchAll(/value="([^"]*)"/g)].map(([, id]) => id)).toEqual(['', ...PLACES]);
    expect(page.body).toContain('<legend>Pick 2 questions out of 4</legend>');
    expect(page.body).not.toContain('selected="">What');
  });

  it.each([
    ['twice the same', row(2, 'beach', 'x'), { 'choice.group-2.2': 'You picked this question already.' }],
    ['none', row(2, '', 'something'), { 'choice.group-2.2': 'Pick a question.' }],
    [
      'one that is not in it',
      row(2, 'concert', 'x'),
      { 'choice.group-2.2': 'This question can’t be picked' },
    ],
    ['none twice', { ...row(1, '', ''), ...row(2, '', '') }, { 'choice.group-2.1': 'Pick a question.' }],
    [
      'one and says nothing of it',
      { ...row(1, 'tower', ' '), ...row(2, '', '') },
      { 'choice.group-2.2': 'Pick a question.', 'answer.group-2.1': 'Enter an answer.' },
    ],
    ['two and answers one', row(2, 'tower', ''), { 'answer.group-2.2': 'Enter an answer.' }],
    ['two and answers one too shortly', row(1, 'bridge', 'ab'), { 'answer.group-2.1': 'too short' }],
    [
      'two with one answer',
      row(2, 'tower', 'Sand and wind'),
      { 'answer.group-2.2': 'gave this answer already' },
    ],
    [
      'two with the name of its owner',
      row(2, 'tower', 'Robin’s own'),
      { 'answer.group-2.2': 'part of your name' },
    ],
  ])('is refused at the very field from somebody who picks %s', async (_what, fields, problems) => {
    const page = await register(aDoor(), { ...RIGHT, ...fields });
    expect(page.status).toBe(422);
    for (const [field, sentence] of Object.entries(problems)) {
      expect(wrongFields(page)[field], field).toContain(sentence);
      expect(page.body).toContain(`href="#${field}"`);
    }
  });

  it('shows again what was picked, and never what was answered', async () => {
    const page = await register(aDoor(), { ...RIGHT, ...row(2, 'beach', 'an answer to hide') });
    const [form] = formsOf(page);
    expect(form?.fields).toMatchObject({ 'choice.group-2.1': 'beach', 'choice.group-2.2': 'beach' });
    expect(page.body).not.toMatch(/velvet|sand and wind|an answer to hide/);
  });

  it('that was published while somebody filled in another is shown, and nothing is saved', async () => {
    const door = aDoor();
    const visitor = await signedIn(door);
    await publish(door.product, { document: asking(['concert', 'nickname']), questionnaireVersion: 2 });
    const page = await visitor.send('/enroll/security-answers', RIGHT);
    expect(page.status).toBe(422);
    expect(page.body).toContain('The questions have changed in the meantime. Nothing has been saved.');
    expect(page.body).toContain('What about nickname?');
    expect(await door.product.ports.enrollments.find(anAccount('newcomer').person)).toBeUndefined();
  });

  it.each([{ more: 'x' }, { 'answer.a.b.c': 'x' }, { 'choice.UPPER.1': 'x' }])(
    'takes no field that is on no form of ours: %j',
    async (fields) => {
      expect((await register(aDoor(), { ...RIGHT, ...fields })).status).toBe(400);
    },
  );

  it('is told and taken in JSON by the ids of its questions', async () => {
    const door = aDoor();
    const client = jsonClient(door);
    await client.signIn('newcomer', OLD);
    const { questionnaire } = jsonOf(await client.call('GET', '/api/enrollment'));
    const put = (id: string) => ({
      id,
      text: `What about ${id}?`,
      language: 'en',
      minimumLength: 3,
      caseSensitive: false,
    });
    expect(questionnaire).toEqual({
      version: 1,
      masked: true,
      parts: [
        { kind: 'single', question: put('concert') },
        { kind: 'single', question: put('teacher') },
        { kind: 'group', group: 'group-2', answer: 2, questions: PLACES.map(put) },
      ],
    });
    const answer = (ids: readonly string[]) =>
      client.call('PUT', '/api/enrollment/security-answers', { answers: answersOf('velvet', ids) });
    const reasons = async (ids: readonly string[]) => jsonOf(await answer(ids))['reasons'];
    expect(await reasons(['concert', 'teacher', 'street'])).toEqual({ 'group-2': 'choose-more' });
    expect(await reasons(['concert', 'teacher', ...PLACES])).toEqual({ 'group-2': 'choose-fewer' });
    expect(await reasons(['concert', 'street', 'tower'])).toEqual({ teacher: 'answer-missing' });
    expect(await reasons(['concert', 'teacher', 'street', 'tower', 'x'])).toEqual({ x: 'question-unknown' });
    expect(jsonOf(await answer(['concert', 'teacher', 'street', 'tower']))).toMatchObject({ enough: true });
  });
});

describe('what an answer needs', () => {
  it('stands at each question where the questions of a group differ', async () => {
    const door = aDoor({
      ...TWO_AND_TWO,
      questions: TWO_AND_TWO.questions.map((question) =>
        question.id === 'tower' ? { ...question, minimumLength: 8, caseSensitive: true } : question,
      ),
    });
    const page = (await signedIn(door)).seen.at(-1);
    expect(page?.body).toContain('What about beach? (At least 3 characters)');
    expect(page?.body).toContain('What about tower? (At least 8 characters; capital letters count)');
  });

  it('is told to somebody who recovers, where capitals count', async () => {
    const document = {
      ...asking(['code', 'word']),
      questions: [aQuestion('code', { caseSensitive: true }), aQuestion('word')],
    };
    const door = aDoor(document);
    await enrolled(door.product, 'jo', { answers: ['code', 'word'] });
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    const { body } = await visitor.open('/recover/security-answers');
    expect(body).toContain('Capital letters count where it says so.');
    expect(body.match(/id="answer\.\w+-hint">Capital letters count</g)).toEqual([
      'id="answer.code-hint">Capital letters count<',
    ]);
  });

  it('is as many answers as are asked for, where that is not all', async () => {
    const door = aDoor(asking(['a', 'b', 'c', 'd'], { ask: 3 }));
    expect((await signedIn(door)).seen.at(-1)?.body).toContain('You will be asked 3 of these');
    const client = jsonClient(door);
    await client.signIn('newcomer', OLD);
    expect(jsonOf(await client.call('GET', '/api/enrollment'))).toMatchObject({
      questionnaire: { asked: 3 },
    });
  });
});

describe('masking', () => {
  it.each([
    [true, 'password'],
    [false, 'text'],
  ])('hides answers where the administrators want it: %s', async (maskAnswers, type) => {
    const door = aDoor(asking(['concert', [1, ['street', 'beach']]], { maskAnswers }));
    const typesOf = (page: Answer | undefined) =>
      new Set(
        [...(page?.body ?? '').matchAll(/<input type="(\w+)"[^>]*name="answer/g)].map(([, each]) => each),
      );
    expect(typesOf((await signedIn(door)).seen.at(-1))).toEqual(new Set([type]));
    await enrolled(door.product, 'jo');
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    expect(typesOf(await visitor.open('/recover/security-answers'))).toEqual(new Set([type]));
  });
});

describe('answers that are no whole set', () => {
  it('are a slip and cost no try, whoever it is: too few, too many, unknown, blank', async () => {
    const door = aDoor(asking(['a', 'b', 'c', 'd'], { ask: 3 }));
    await enrolled(door.product, 'jo', { answers: ['a', 'b', 'c', 'd'] });
    for (const name of ['jo', 'nobody']) {
      const client = jsonClient(door);
      await client.start(name);
      const offer = (answers: object) =>
        client.call('POST', '/api/recovery/proofs/security-answers', { answers });
      for (const answers of [
        answersOf('x', ['a', 'b']),
        answersOf('x', ['a', 'b', 'c', 'd']),
        answersOf('x', ['a', 'b', 'z']),
        { ...answersOf('x', ['a', 'b']), c: ' ' },
      ])
        expect(jsonOf(await offer(answers))).toMatchObject({ status: 400, code: 'answers-incomplete' });
      expect(jsonOf(await offer(answersOf('x', ['a', 'b', 'c'])))).toMatchObject({ triesLeft: 4 });
    }
  });

  it('may be as many as an earlier questionnaire asks for, while that is accepted', async () => {
    const door = aDoor(asking(['a', 'b']));
    await enrolled(door.product, 'jo', { answers: ['a', 'b'] });
    const earlier = {
      ...door.product.configuration.questionnaire,
      replacedAt: door.product.clock.now(),
      acceptedUntil: door.product.clock.now() + 60_000,
    };
    const document = asking(['a', 'b', 'c']);
    await publish(door.product, { document, questionnaireVersion: 2, earlierQuestionnaires: [earlier] });
    const offer = async () => {
      const client = jsonClient(door);
      await client.start('jo');
      const answers = answersOf('jo', ['a', 'b']);
      return (await client.call('POST', '/api/recovery/proofs/security-answers', { answers })).status;
    };
    expect((await started(door.product, 'jo')).asked).toEqual(['a', 'b']);
    expect(await offer()).toBe(200);
    door.product.clock.pass(60_000);
    expect(await offer()).toBe(400);
  });
});
