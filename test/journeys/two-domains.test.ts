import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST, SECOND_CAST, type CastMember } from '../../local/people.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import { ANSWERS } from './proofs/fresh-people.ts';
import { askJson, codeFor, flowOf, provenFlow, sendAll, startJson } from './proofs/json-client.ts';
import { happenedTo, NORTHERN_SPELLINGS, northerner, northerners } from './proofs/northerners.ts';
import { codeIn, jsonIn } from './proofs/over-http.ts';
import { atRegistration, trySignIn } from './proofs/registering.ts';
import { startRunning, type Running } from './proofs/running.ts';

const SPELLINGS = Object.entries(NORTHERN_SPELLINGS);
const NEW_PASSWORD = 'Quiet-Harbour-42-x';
const WRONG = { 'first-concert': 'nobody', 'childhood-street': 'no lane', 'first-teacher': 'no teacher' };

/** One for each spelling, nobody registered yet. */
const TRAVELLERS = northerners(SPELLINGS.length, { enrolled: false });
const [GUESSED, TYPED, PROMOTED, UNTOUCHED] = northerners(4, {}, 'liv') as readonly [
  CastMember,
  CastMember,
  CastMember,
  CastMember,
];

const inCast = (cast: readonly CastMember[], username: string): CastMember =>
  cast.find((one) => one.username === username) ?? expect.fail(`nobody is called ${username}`);
const ALICE = inCast(CAST, 'alice');
const NAMESAKE = inCast(SECOND_CAST, 'alice');

describe('with a second domain beside the default one', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startRunning({
      people: CAST,
      second: [...SECOND_CAST, ...TRAVELLERS, GUESSED, TYPED, PROMOTED, UNTOUCHED],
      wrap: (ports) => ({ ...ports, hasher: countingHasher() }),
    });
  });
  afterAll(() => running?.stop());

  const notices = async (address: string | undefined): Promise<readonly string[]> => {
    await sendAll(running);
    return running.mailbox
      .messages()
      .flatMap(({ to, subject, text }) => (to === address && !/\b\d{8}\b/.test(text) ? [subject] : []));
  };

  it.each(SPELLINGS)('somebody of it enrolls, unlocks and resets by %s', async (spelling, typedAs) => {
    const who = TRAVELLERS[SPELLINGS.findIndex(([one]) => one === spelling)] ?? expect.fail(spelling);
    const typed = { ...who, username: typedAs(who) };
    const changedInFirst = running.lookAlike().counts().modifies;

    const visit = await atRegistration(running, typed);
    expect((await visit.answer(ANSWERS)).status).toBe(200);
    const address = who.personalMail ?? '';
    await visit.propose(address);
    expect(jsonIn(await visit.confirm(await codeFor(running, address)))).toMatchObject({ enough: true });

    running.second().arrange(who.username, { locked: true });
    const unlocking = await provenFlow(running, { ...typed, answers: ANSWERS });
    expect(jsonIn(await unlocking.unlock())).toMatchObject({ result: 'done' });
    expect(running.second().person(who.username)?.locked).toBe(false);
    // Two changes of one account within the time that two functions' clocks may be apart are refused.
    running.clock.pass(1_000);
    const resetting = await provenFlow(running, { ...typed, answers: ANSWERS });
    expect(jsonIn(await resetting.reset(NEW_PASSWORD))).toMatchObject({ result: 'done' });
    expect(running.second().isPassword(who.username, NEW_PASSWORD)).toBe(true);

    const person = northerner(running, who.username);
    expect((await running.ports.enrollments.find(person))?.answers?.answers).toHaveLength(3);
    expect(await happenedTo(running, person)).toEqual(
      expect.arrayContaining(['signed-in', 'method-registered', 'change-intended', 'change-settled']),
    );
    expect(await notices(address)).toEqual(
      expect.arrayContaining([
        'Your Example Corporation account was unlocked',
        'Your Example Corporation password was changed',
      ]),
    );
    expect(running.lookAlike().counts().modifies).toBe(changedInFirst);
  });

  it('counts what is tried in one spelling in all of them', async () => {
    running.clock.hold();
    const flows = [];
    for (const [, typedAs] of SPELLINGS)
      flows.push(flowOf(running, await startJson(running, typedAs(GUESSED))));
    const guesses: string[] = [];
    for (let round = 0; guesses.length < running.limits.triesPerPerson; round += 1)
      guesses.push(codeIn((await flows[round % flows.length]?.answers(WRONG)) ?? expect.fail('no flow')));
    expect(new Set(guesses)).toEqual(new Set(['proof-wrong']));
    for (const flow of flows) expect(codeIn(await flow.answers(GUESSED.answers ?? {}))).toBe('slow-down');
    running.clock.release();
  });

  it('counts passwords that are tried in one spelling in all of them, and never locks the account', async () => {
    const tried = async (password: string) => {
      const codes: string[] = [];
      for (const [, typedAs] of SPELLINGS)
        codes.push(codeIn(await trySignIn(running, { username: typedAs(TYPED), password })));
      return codes;
    };
    expect(await tried('Not-Theirs-4-x')).not.toContain('done');
    // Two short of the threshold, which is five; from then on not even the right one is tried.
    expect(await tried(TYPED.password)).not.toContain('done');
    expect(running.second().person(TYPED.username)).toMatchObject({ badPasswordCount: 3, locked: false });
  });

  it('changes a known password where the person is', async () => {
    const { username, mail = '', password } = UNTOUCHED;
    const changing = { username: mail, currentPassword: password, newPassword: NEW_PASSWORD };
    const operation = { 'idempotency-key': 'one-change' };
    const changed = await askJson(running, 'POST', '/api/password/change', changing, operation);
    expect(codeIn(changed)).toBe('done');
    expect(running.second().isPassword(username, NEW_PASSWORD)).toBe(true);
  });

  describe('two people with one user name', () => {
    const corp = () => running.person('alice');
    const nord = () => northerner(running, 'alice');

    it('have each their own password and registration', async () => {
      for (const [username, password, code] of [
        ['alice', ALICE.password, 'done'],
        ['CORP\\alice', ALICE.password, 'done'],
        ['NORD\\alice', NAMESAKE.password, 'done'],
        ['alice', NAMESAKE.password, 'sign-in-refused'],
        ['NORD\\alice', ALICE.password, 'sign-in-refused'],
      ] as const)
        expect([username, codeIn(await trySignIn(running, { username, password }))]).toEqual([
          username,
          code,
        ]);
      const before = await running.ports.enrollments.find(corp());
      const visit = await atRegistration(running, { username: 'NORD\\alice', password: NAMESAKE.password });
      expect((await visit.answer(NAMESAKE.answers ?? {})).status).toBe(200);
      expect(await running.ports.enrollments.find(corp())).toEqual(before);
    });

    it('prove themselves each by their own answers, and one’s failures are not the other’s', async () => {
      const flow = flowOf(running, await startJson(running, 'NORD\\alice'));
      for (let tries = 0; tries < running.limits.triesPerFlow; tries += 1)
        expect(codeIn(await flow.answers(ALICE.answers ?? {}))).toBe('proof-wrong');
      const next = flowOf(running, await startJson(running, 'NORD\\alice'));
      for (let tries = running.limits.triesPerFlow; tries < running.limits.triesPerPerson; tries += 1)
        await next.answers(ALICE.answers ?? {});
      expect(codeIn(await next.answers(NAMESAKE.answers ?? {}))).toBe('slow-down');
      const own = flowOf(running, await startJson(running, 'alice'));
      expect(codeIn(await own.answers(ALICE.answers ?? {}))).toBe('done');
      running.clock.pass(16 * 60_000);
    });

    it('change each their own password, and only that one is told and noted', async () => {
      const [toFirst, toSecond] = [await notices(ALICE.personalMail), await notices(NAMESAKE.personalMail)];
      const [ofFirst, ofSecond] = [await happenedTo(running, corp()), await happenedTo(running, nord())];
      const flow = await provenFlow(running, { ...NAMESAKE, username: 'NORD\\alice' });
      expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('done');
      expect(running.second().isPassword('alice', NEW_PASSWORD)).toBe(true);
      expect(running.lookAlike().isPassword('alice', ALICE.password)).toBe(true);
      expect(await notices(ALICE.personalMail)).toEqual(toFirst);
      expect((await notices(NAMESAKE.personalMail)).length).toBe(toSecond.length + 1);
      expect(await happenedTo(running, corp())).toEqual(ofFirst);
      expect((await happenedTo(running, nord())).length).toBeGreaterThan(ofSecond.length);

      const own = await provenFlow(running, ALICE);
      expect(codeIn(await own.reset('Another-Harbour-42-x'))).toBe('done');
      expect(running.lookAlike().isPassword('alice', 'Another-Harbour-42-x')).toBe(true);
      expect(running.second().isPassword('alice', NEW_PASSWORD)).toBe(true);
    });
  });

  describe('its privileged accounts', () => {
    const strangers = (reason: string) =>
      running.counted().find(({ dimension }) => dimension === `reason=${reason}`)?.count ?? 0;

    it.each([
      ['NORD\\Administrator', 'privileged'],
      ['NORD\\svc-latchkey-reset', 'own-account'],
      ['nord.example.test\\svc-latchkey-read', 'own-account'],
    ])('%s is a stranger: %s', async (name, reason) => {
      const before = strangers(reason);
      await startJson(running, name);
      expect(strangers(reason)).toBe(before + 1);
    });

    it('are refused at the moment of change when they became so after the start', async () => {
      const flow = await provenFlow(running, { ...PROMOTED, username: `NORD\\${PROMOTED.username}` });
      running.second().arrange(PROMOTED.username, { joins: 'Domain Admins' });
      expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('account-protected');
      expect(codeIn(await flow.unlock())).toBe('account-protected');
      expect(running.second().isPassword(PROMOTED.username, PROMOTED.password)).toBe(true);
      expect(await happenedTo(running, northerner(running, PROMOTED.username))).toContain('repair-refused');
    });
  });
});
