import { describe, expect, it } from 'vitest';
import {
  anAudience,
  asking,
  aUserConfiguration,
  blockOf,
  notOffered,
  offered,
} from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { pageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE, publish } from '../support/product.ts';
import { GOOD_PASSWORD, trailOf } from '../support/recovering.ts';
import { anAccount, sidOf } from '../support/scripted-account.ts';

const OLD = 'Correct-Horse-1';
const DAY = 24 * 60 * MINUTE;
const REFERENCE = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/;

describe('somebody whose questions have changed', () => {
  async function afterThePublication() {
    const product = aProduct({ document: asking(['a', 'b']) });
    await enrolled(product, 'jo', { answers: ['a', 'b'] });
    const acceptedUntil = product.clock.now() + 7 * DAY;
    await publish(product, {
      document: asking(['a', 'c']),
      questionnaireVersion: 2,
      earlierQuestionnaires: [
        { ...product.configuration.questionnaire, replacedAt: product.clock.now(), acceptedUntil },
      ],
    });
    const door = frontDoor(product);
    const visitor = pageVisitor(door);
    const signIn = async () => {
      await visitor.open('/enroll');
      return visitor.send('/enroll/sign-in', { username: 'jo', password: OLD });
    };
    return { product, door, visitor, signIn, acceptedUntil };
  }

  it('is told after sign-in what changed and until when their answers are good, and is still all set', async () => {
    const { signIn } = await afterThePublication();
    const { body } = await signIn();
    expect(body).toContain(
      'The questions have changed. Your answers are good until January 11, 2100 at 12:05',
    );
    expect(body).toContain('Needs attention');
    expect(body).toContain('You are all set.');
  });

  it('is told afterwards that they are not accepted any more', async () => {
    const { product, signIn } = await afterThePublication();
    product.clock.pass(7 * DAY);
    const { body } = await signIn();
    expect(body).toContain('your answers are no longer accepted');
    expect(body).not.toContain('good until');
    expect(body).toContain('You can’t help yourself yet');
  });

  it('is told neither any more once they have registered again', async () => {
    const { visitor, signIn } = await afterThePublication();
    await signIn();
    await visitor.open('/enroll/security-answers');
    await visitor.send('/enroll/security-answers', { 'answer.a': 'something', 'answer.c': 'otherwise' });
    const { body } = await visitor.open('/enroll/methods');
    expect(body).not.toMatch(/questions have changed|Needs attention/);
  });

  it('is told the time in JSON', async () => {
    const { door, acceptedUntil } = await afterThePublication();
    const client = jsonClient(door);
    await client.signIn('jo', OLD);
    expect(jsonOf(await client.call('GET', '/api/enrollment'))).toMatchObject({
      enough: true,
      methods: [
        {
          method: 'security-answers',
          status: 'needs-attention',
          goodUntil: new Date(acceptedUntil).toISOString(),
        },
        { method: 'email-code', status: 'set-up' },
      ],
    });
  });
});

describe('somebody to whom nothing is offered', () => {
  const SALES = anAudience({ groups: [{ name: 'CORP\\Sales', sid: sidOf(1200) }] });
  function aDoor() {
    const product = aProduct({
      document: {
        userConfigurations: [
          aUserConfiguration('nobody', {
            include: anAudience({ groups: [{ name: 'CORP\\Trainees', sid: sidOf(1300) }] }),
            actions: { unlock: notOffered, reset: notOffered },
          }),
          aUserConfiguration('sales', { include: SALES }),
        ],
        blockList: [blockOf(anAccount('blocked'))],
      },
    });
    product.script.add(anAccount('blocked', { groups: [sidOf(1200)] }), OLD);
    product.script.add(anAccount('trainee', { groups: [sidOf(1200), sidOf(1300)] }), OLD);
    product.script.add(anAccount('nobody-in-particular'), OLD);
    return frontDoor(product);
  }

  it.each(['blocked', 'trainee', 'nobody-in-particular'])(
    'is told so in plain words once the password is right, with whom to call and a reference: %s',
    async (username) => {
      const door = aDoor();
      const visitor = pageVisitor(door);
      await visitor.open('/enroll');
      const told = await visitor.send('/enroll/sign-in', { username, password: OLD });
      expect(told.status).toBe(403);
      expect(told.body).toContain('does not offer this service for your account');
      expect(told.body).toContain('+44 20 7946 0000');
      expect(told.body).not.toMatch(/\/enroll\/(methods|security-answers|email-code)/);
      expect(visitor.jar.has('__Host-latchkey-session')).toBe(false);
      const [reference = ''] = REFERENCE.exec(told.body) ?? [];
      const [event] = await trailOf(door.product, anAccount(username).person);
      expect(event?.reference).toBe(reference);
    },
  );

  it('is told the same when they change a password', async () => {
    const visitor = pageVisitor(aDoor());
    await visitor.open('/password/change');
    const told = await visitor.send('/password/change', {
      username: 'blocked',
      currentPassword: OLD,
      newPassword: GOOD_PASSWORD,
    });
    expect(told.status).toBe(409);
    expect(told.body).toContain('does not offer this service for your account');
    expect(told.body).toMatch(REFERENCE);
  });

  it('is told the same in JSON, by a code and the reference in the trail', async () => {
    const door = aDoor();
    const told = jsonOf(await jsonClient(door).signIn('blocked', OLD));
    expect(told).toMatchObject({ status: 403, code: 'account-not-offered' });
    const [event] = await trailOf(door.product, anAccount('blocked').person);
    expect(told['reference']).toBe(event?.reference);
  });

  it('is told nothing with a wrong password', async () => {
    const door = aDoor();
    const answerTo = async (username: string) => {
      const { reference: _new, ...rest } = jsonOf(await jsonClient(door).signIn(username, 'Wrong-Horse-1'));
      return rest;
    };
    expect(await answerTo('blocked')).toEqual(await answerTo('no such person'));
  });

  it('is told so on their list, when it was withdrawn during the visit', async () => {
    const door = aDoor();
    door.product.script.add(anAccount('seller', { groups: [sidOf(1200)] }), OLD);
    const visitor = pageVisitor(door);
    await visitor.open('/enroll');
    expect((await visitor.send('/enroll/sign-in', { username: 'seller', password: OLD })).status).toBe(200);
    await publish(door.product, { document: { userConfigurations: [aUserConfiguration('others')] } });
    const told = await visitor.open('/enroll/methods');
    expect(told.status).toBe(403);
    expect(told.body).toContain('does not offer this service for your account');
  });
});

describe('somebody who has proven themselves once', () => {
  async function aDoor() {
    const product = aProduct({
      document: {
        userConfigurations: [
          aUserConfiguration('answers-alone', {
            include: anAudience({ groups: [{ name: 'CORP\\Sales', sid: sidOf(1200) }] }),
            actions: { unlock: notOffered, reset: offered(['security-answers']) },
          }),
          aUserConfiguration('code-first', {
            actions: { unlock: notOffered, reset: offered(['email-code', 'security-answers']) },
          }),
        ],
      },
    });
    await enrolled(product, 'jo', { account: { groups: [sidOf(1200)] } });
    await enrolled(product, 'ann');
    return frontDoor(product);
  }
  const proveByAnswers = async (door: ReturnType<typeof frontDoor>, name: string) => {
    const client = jsonClient(door);
    const before = jsonOf(await client.start(name));
    const answers = answersOf(name);
    const after = jsonOf(await client.call('POST', '/api/recovery/proofs/security-answers', { answers }));
    return { before, after };
  };
  const namesIn = (view: Record<string, unknown>) =>
    (view['methods'] as { method: string }[]).map(({ method }) => method);

  it('is shown what their own policy still asks for, and before that what everybody is shown', async () => {
    const door = await aDoor();
    const [jo, ann] = [await proveByAnswers(door, 'jo'), await proveByAnswers(door, 'ann')];
    expect(namesIn(jo.before)).toEqual(['security-answers', 'email-code']);
    expect(jo.before['actions']).toEqual(ann.before['actions']);
    expect(namesIn(jo.after)).toEqual(['security-answers']);
    expect(jo.after).toMatchObject({ actions: { reset: { allowed: true } } });
    expect(namesIn(ann.after)).toEqual(['security-answers', 'email-code']);
    expect(ann.after).toMatchObject({ actions: { reset: { allowed: false, missing: ['email-code'] } } });
  });

  it('is shown no method that was switched off', async () => {
    const door = await aDoor();
    const { methods } = door.product.configuration.document;
    await publish(door.product, {
      document: { methods: { ...methods, 'email-code': { ...methods['email-code'], on: false } } },
    });
    const { before, after } = await proveByAnswers(door, 'ann');
    expect(namesIn(before)).toEqual(['security-answers']);
    expect(namesIn(after)).toEqual(['security-answers']);
  });

  it('is told when nothing is offered to them any more', async () => {
    const door = await aDoor();
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'ann' });
    await visitor.open('/recover/security-answers');
    await publish(door.product, { document: { userConfigurations: [aUserConfiguration('others')] } });
    const fields = Object.entries(answersOf('ann')).map(([id, answer]) => [`answer.${id}`, answer]);
    const told = await visitor.send('/recover/security-answers', Object.fromEntries(fields));
    expect(told.status).toBe(403);
    expect(told.body).toContain('does not offer this service for your account');
    expect(told.body).toMatch(REFERENCE);
  });
});
