import { describe, expect, it } from 'vitest';
import { enrollmentOverview } from '../../../domain/enrollment/overview.ts';
import {
  confirmAddress,
  isWorkAddress,
  proposeAddress,
  readAddress,
} from '../../../domain/enrollment/register-address.ts';
import { registerAnswers } from '../../../domain/enrollment/register-answers.ts';
import { removeMethod } from '../../../domain/enrollment/remove-method.ts';
import type { Session } from '../../../domain/enrollment/session.ts';
import { signIn } from '../../../domain/enrollment/sign-in.ts';
import { endVisit, findVisit } from '../../../domain/enrollment/visit.ts';
import { sendDue } from '../../../domain/messages/send-due.ts';
import { asking, aUserConfiguration, offered } from '../../support/configured.ts';
import { answersOf } from '../../support/enrolled.ts';
import { aProduct, MINUTE, publish, type Product } from '../../support/product.ts';
import { kindsOf, SOURCE, trailOf } from '../../support/recovering.ts';
import { anAccount } from '../../support/scripted-account.ts';

const PASSWORD = 'Correct-Horse-1';
const HOME = 'jo@home.example';

async function aVisit(): Promise<{ product: Product; session: Session }> {
  const product = aProduct();
  product.script.add(anAccount('jo', { mail: 'jo@corp.example' }));
  return { product, session: await signedIn(product) };
}
async function signedIn({ ports }: Product): Promise<Session> {
  const claim = { kind: 'account-name', name: 'jo' } as const;
  const signed = await signIn(ports, { claim, password: PASSWORD, source: SOURCE, language: 'en' });
  if (signed.kind !== 'signed-in') throw new Error(signed.kind);
  return signed.session;
}
const now = async ({ ports }: Product, { key }: Session): Promise<Session> => {
  const session = await ports.sessions.find(key);
  if (!session) throw new Error('the session is gone');
  return session;
};
/** Proposes an address, and reads the code where only its owner could. */
async function proposed(product: Product, session: Session, address: string): Promise<string> {
  product.mailbox.length = 0;
  const sent = await proposeAddress(product.ports, await now(product, session), address);
  if (sent.kind !== 'code-sent') throw new Error(sent.kind);
  await sendDue(product.ports);
  return /\b\d{8}\b/.exec(product.mailbox.find(({ to }) => to === address)?.text ?? '')?.[0] ?? '';
}
async function confirmed(product: Product, session: Session, address: string) {
  const code = await proposed(product, session, address);
  const kind = (await confirmAddress(product.ports, await now(product, session), code)).kind;
  await sendDue(product.ports);
  return kind;
}
const enrollment = ({ ports }: Product, { person }: Session) => ports.enrollments.find(person);

describe('registering answers', () => {
  it('keeps all of them hashed, in one move, and is in the trail', async () => {
    const { product, session } = await aVisit();
    expect(await registerAnswers(product.ports, session, answersOf('velvet'))).toEqual({
      kind: 'registered',
    });
    const kept = await enrollment(product, session);
    expect(kept).toMatchObject({ version: 1, answers: { questionnaire: 1 } });
    expect(kept?.answers?.answers).toHaveLength(3);
    expect(kindsOf(await trailOf(product, session.person))).toContain('method-registered');
  });

  it("refuses what says the person's own names or address, and keeps nothing", async () => {
    const { product, session } = await aVisit();
    const given = { 'first-concert': 'Robin live', 'childhood-street': 'jo', 'first-teacher': 'none' };
    const registered = await registerAnswers(product.ports, session, given);
    expect(registered.kind === 'refused' && [...registered.problems.values()]).toEqual([
      'answer-says-name',
      'answer-too-short',
      'answer-too-common',
    ]);
    expect(await enrollment(product, session)).toBeUndefined();
  });

  it('of a group takes as many as it says, of the person’s choice, and tells what is wrong at the group', async () => {
    const product = aProduct({ document: asking(['pet', [2, ['car', 'toy', 'book', 'song']]]) });
    product.script.add(anAccount('jo'));
    const session = await signedIn(product);
    const register = async (...ids: string[]) => {
      const registered = await registerAnswers(product.ports, session, answersOf('velvet', ids));
      return registered.kind === 'refused' ? Object.fromEntries(registered.problems) : registered.kind;
    };
    expect(await register('pet', 'song')).toEqual({ 'group-1': 'choose-more' });
    expect(await register('pet', 'song', 'toy', 'car')).toEqual({ 'group-1': 'choose-fewer' });
    expect(await register('pet', 'song', 'toy', 'first-concert')).toEqual({
      'first-concert': 'question-unknown',
    });
    expect(await register('song', 'toy')).toEqual({ pet: 'answer-missing' });
    expect(await enrollment(product, session)).toBeUndefined();
    expect(await register('pet', 'song', 'toy')).toBe('registered');
    const kept = await enrollment(product, session);
    expect(kept?.answers?.answers.map(({ questionId }) => questionId)).toEqual(['pet', 'toy', 'song']);
  });

  it('keeps each by the rule of its question: capitals count where it says so', async () => {
    const document = asking(['pet', 'street']);
    const questions = document.questions.map((question) => ({
      ...question,
      caseSensitive: question.id === 'pet',
    }));
    const product = aProduct({ document: { ...document, questions } });
    product.script.add(anAccount('jo'));
    const session = await signedIn(product);
    await registerAnswers(product.ports, session, { pet: 'McRex', street: 'Elm Lane' });
    const kept = await enrollment(product, session);
    expect(kept?.answers?.answers.map(({ normalisation }) => normalisation)).toEqual([2, 1]);
  });

  it('remembers the language its owner spoke, for letters that nobody’s visit causes', async () => {
    const { product, session } = await aVisit();
    await registerAnswers(product.ports, { ...session, language: 'fr' }, answersOf('velvet'));
    expect((await enrollment(product, session))?.language).toBe('fr');
  });

  it('is lost by the second of two who change it at the same moment', async () => {
    const { product, session } = await aVisit();
    const both = await Promise.all([
      registerAnswers(product.ports, session, answersOf('first')),
      registerAnswers(product.ports, session, answersOf('second')),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'registered']);
  });
});

describe('registering an address', () => {
  it('needs the code that was sent there, once', async () => {
    const { product, session } = await aVisit();
    const code = await proposed(product, session, HOME);
    expect(await enrollment(product, session)).toBeUndefined();
    const wrong = code === '00000000' ? '00000001' : '00000000';
    expect(await confirmAddress(product.ports, await now(product, session), wrong)).toEqual({
      kind: 'wrong',
    });
    expect(await confirmAddress(product.ports, await now(product, session), code)).toEqual({
      kind: 'registered',
    });
    expect(await confirmAddress(product.ports, await now(product, session), code)).toEqual({
      kind: 'nothing-to-confirm',
    });
    expect((await enrollment(product, session))?.addresses).toHaveLength(1);
  });

  it('counts each entry before it is looked at: of 64 at once at most one is', async () => {
    const { product, session } = await aVisit();
    const code = await proposed(product, session, HOME);
    let looks = 0;
    const mac = {
      ...product.ports.mac,
      quickMatches: (...given: Parameters<typeof product.ports.mac.quickMatches>) => {
        looks += 1;
        return product.ports.mac.quickMatches(...given);
      },
    };
    const seen = await now(product, session);
    await Promise.all(
      Array.from({ length: 64 }, () => confirmAddress({ ...product.ports, mac }, seen, '00000000')),
    );
    expect(looks).toBe(1);
    for (let i = 0; i < 9; i += 1)
      await confirmAddress({ ...product.ports, mac }, await now(product, session), '00000000');
    expect(looks).toBe(5);
    expect(await confirmAddress(product.ports, await now(product, session), code)).toEqual({ kind: 'wrong' });
  });

  it('does not take the code of another session, or one that is too old', async () => {
    const { product, session } = await aVisit();
    const other = await signedIn(product);
    const code = await proposed(product, session, HOME);
    await proposed(product, other, HOME);
    expect((await confirmAddress(product.ports, await now(product, other), code)).kind).toBe('wrong');
    product.clock.pass(10 * MINUTE);
    expect((await confirmAddress(product.ports, await now(product, session), code)).kind).toBe('wrong');
  });

  it('sends three codes, to whichever addresses, and no more', async () => {
    const { product, session } = await aVisit();
    for (const address of ['a@x.example', 'b@x.example', 'c@x.example'])
      await proposed(product, session, address);
    const fourth = await proposeAddress(product.ports, await now(product, session), 'd@x.example');
    expect(fourth).toEqual({ kind: 'no-more-codes' });
  });

  it('tells the addresses there were before, and the new one only when it is the first', async () => {
    const { product, session } = await aVisit();
    await confirmed(product, session, HOME);
    expect(product.mailbox.at(-1)?.to).toBe(HOME);
    await confirmed(product, session, 'second@home.example');
    expect(product.mailbox.filter(({ text }) => !/\d{8}/.test(text)).map(({ to }) => to)).toEqual([HOME]);
  });

  it('ends at three', async () => {
    const { product, session } = await aVisit();
    for (const address of ['a@x.example', 'b@x.example', 'c@x.example'])
      expect(await confirmed(product, session, address)).toBe('registered');
    expect(await confirmed(product, session, 'd@x.example')).toBe('too-many-addresses');
  });

  it.each([
    'jo@home.example',
    "o'brien+latchkey@mail.example.co.uk",
    'jo@bücher.example',
    ' jo@home.example ',
  ])('takes %j', (typed) => {
    expect(readAddress(typed)).toBe(typed.trim());
  });

  it.each([
    '',
    'jo',
    '@home.example',
    'jo@',
    'jo@home',
    'jo@home.',
    'a@b@c.example',
    'jo@ home.example',
    'jo@home.e',
    'jo@home.example\r\nBcc: eve@x.example',
    'jo@home.example,eve@x.example',
    '"jo"@home.example',
    'Jo <jo@home.example>',
    'jo@[192.0.2.1]',
    `${'x'.repeat(65)}@home.example`,
    `jo@${'x'.repeat(250)}.example`,
  ])('does not take %j', (typed) => {
    expect(readAddress(typed)).toBeUndefined();
  });

  it('knows the mailbox that may be locked together with the account', () => {
    expect(isWorkAddress('jo@CORP.example', { mail: 'jo.smith@corp.example' })).toBe(true);
    expect(isWorkAddress(HOME, { mail: 'jo.smith@corp.example' })).toBe(false);
    expect(isWorkAddress(HOME, {})).toBe(false);
  });
});

describe('removing a method', () => {
  it('needs the password again, is told to the address that goes, and is in the trail', async () => {
    const { product, session } = await aVisit();
    await confirmed(product, session, HOME);
    const visit = await now(product, session);
    expect(await removeMethod(product.ports, visit, 'email-code', 'wrong')).toEqual({
      kind: 'wrong-password',
    });
    product.mailbox.length = 0;
    expect(await removeMethod(product.ports, visit, 'email-code', PASSWORD)).toEqual({ kind: 'removed' });
    await sendDue(product.ports);
    expect(product.mailbox.map(({ to }) => to)).toEqual([HOME]);
    expect(kindsOf(await trailOf(product, session.person))).toContain('method-removed');
    expect((await enrollment(product, session))?.addresses).toEqual([]);
    expect(await removeMethod(product.ports, visit, 'email-code', PASSWORD)).toEqual({
      kind: 'not-registered',
    });
  });

  it('leaves the other method alone', async () => {
    const { product, session } = await aVisit();
    await confirmed(product, session, HOME);
    await registerAnswers(product.ports, session, answersOf('velvet'));
    await removeMethod(product.ports, session, 'security-answers', PASSWORD);
    const kept = await enrollment(product, session);
    expect(kept?.addresses).toHaveLength(1);
    expect(kept).not.toHaveProperty('answers');
  });

  it('does not take the password of whoever has the name by now', async () => {
    const { product, session } = await aVisit();
    await confirmed(product, session, HOME);
    product.script.remove(session.person);
    product.script.add(anAccount('jo', { person: { domain: 'CORP', guid: 'a-new-jo' } }), PASSWORD);
    expect(await removeMethod(product.ports, session, 'email-code', PASSWORD)).toEqual({
      kind: 'wrong-password',
    });
  });
});

describe('the overview', () => {
  it('tells what is set up, what is not, and whether it is enough, and never an address', async () => {
    const { product, session } = await aVisit();
    expect((await enrollmentOverview(product.ports, session)).enough).toBe(false);
    await confirmed(product, session, HOME);
    expect(await enrollmentOverview(product.ports, session)).toMatchObject({
      enough: false,
      methods: [
        { method: 'security-answers', status: 'not-set-up' },
        { method: 'email-code', status: 'set-up', count: 1 },
      ],
    });
    await registerAnswers(product.ports, session, answersOf('velvet'));
    const { enough, methods } = await enrollmentOverview(product.ports, session);
    expect(enough).toBe(true);
    expect(JSON.stringify(methods)).not.toContain('@');
  });

  it('tells when the answers are to an older questionnaire', async () => {
    const { product, session } = await aVisit();
    await registerAnswers(product.ports, session, answersOf('velvet'));
    const until = product.clock.now() + MINUTE;
    const { parts } = product.configuration.questionnaire;
    await publish(product, {
      document: asking(['pet', 'street']),
      questionnaireVersion: 2,
      earlierQuestionnaires: [{ version: 1, parts, replacedAt: product.clock.now(), acceptedUntil: until }],
    });
    const before = await enrollmentOverview(product.ports, session);
    expect(before.methods[0]).toMatchObject({ status: 'needs-attention', goodUntil: until, count: 3 });
    expect(before.enough).toBe(true);
    product.clock.pass(MINUTE);
    const after = await enrollmentOverview(product.ports, session);
    expect(after.methods[0]?.status).toBe('needs-attention');
    expect(after.methods[0]).not.toHaveProperty('goodUntil');
    expect(after.enough).toBe(false);
    await registerAnswers(product.ports, session, answersOf('velvet', ['pet', 'street']));
    expect((await enrollmentOverview(product.ports, session)).methods[0]).toMatchObject({
      status: 'set-up',
      count: 2,
    });
  });

  it('does not mind a new version of the questionnaire that the answers fulfil as they are', async () => {
    const { product, session } = await aVisit();
    await registerAnswers(product.ports, session, answersOf('velvet'));
    await publish(product, { questionnaireVersion: 2 });
    expect((await enrollmentOverview(product.ports, session)).methods[0]?.status).toBe('set-up');
  });

  it('shows the methods that are asked of this person and no others: one that is removed disappears', async () => {
    const { product, session } = await aVisit();
    await confirmed(product, session, HOME);
    await registerAnswers(product.ports, session, answersOf('velvet'));
    const shown = async () => {
      const { methods, enough } = await enrollmentOverview(product.ports, session);
      return { methods: methods.map(({ method }) => method), enough };
    };
    expect(await shown()).toEqual({ methods: ['security-answers', 'email-code'], enough: true });
    const byCode = { unlock: offered(['email-code']), reset: offered(['email-code']) };
    await publish(product, { document: { userConfigurations: [aUserConfiguration('everyone')] } });
    expect(await shown()).toEqual({ methods: ['security-answers'], enough: true });
    const onlyCodes = [aUserConfiguration('everyone', { actions: byCode })];
    await publish(product, { document: { userConfigurations: onlyCodes } });
    expect(await shown()).toEqual({ methods: ['email-code'], enough: true });
    const { methods } = product.configuration.document;
    const off = { ...methods, 'email-code': { on: false, addresses: 'confirmed' as const } };
    await publish(product, { document: { userConfigurations: onlyCodes, methods: off } });
    expect(await shown()).toEqual({ methods: [], enough: false });
    // What is not asked for any more stays registered: it is theirs to remove.
    expect((await enrollment(product, session))?.addresses).toHaveLength(1);
  });

  it('shows nothing to somebody whose user configuration is gone since they signed in', async () => {
    const { product, session } = await aVisit();
    await publish(product, { document: { userConfigurations: [aUserConfiguration('another')] } });
    expect(await enrollmentOverview(product.ports, session)).toMatchObject({ methods: [], enough: false });
  });
});

describe('a visit', () => {
  it('ends when it is ended, and after a quarter of an hour', async () => {
    const { product, session } = await aVisit();
    expect(await findVisit(product.ports, session.key)).toBeDefined();
    await endVisit(product.ports, session.key);
    expect(await findVisit(product.ports, session.key)).toBeUndefined();
    await endVisit(product.ports, session.key);
    const other = await signedIn(product);
    product.clock.pass(15 * MINUTE);
    expect(await findVisit(product.ports, other.key)).toBeUndefined();
  });

  it('is prolonged by what is done in it, to an hour at most', async () => {
    const { product, session } = await aVisit();
    for (const minutes of [14, 14, 14]) {
      product.clock.pass(minutes * MINUTE);
      await confirmed(product, session, `at-${String(product.clock.now())}@x.example`);
    }
    product.clock.pass(14 * MINUTE);
    expect(await findVisit(product.ports, session.key)).toBeDefined();
    product.clock.pass(4 * MINUTE);
    expect(await findVisit(product.ports, session.key)).toBeUndefined();
  });
});
