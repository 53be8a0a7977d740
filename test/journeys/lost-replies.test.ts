import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { breakableLine, type BreakableLine } from '../support/breakable-line.ts';
import { FIRST_PASSWORD, freshPeople, oneAfterTheOther } from './proofs/fresh-people.ts';
import { askJson, provenFlow, sendAll } from './proofs/json-client.ts';
import { codeIn, jsonIn, type Answered } from './proofs/over-http.ts';
import { startTroubled, type TroubledRunning } from './proofs/troubled.ts';

const people = freshPeople(10);
const next = oneAfterTheOther(people);
const NEW_PASSWORD = 'Quiet-Harbour-42-x';

const told = (answer: Answered) => ({
  status: answer.status,
  code: codeIn(answer),
  changed: jsonIn(answer)['changed'],
});
const UNKNOWN = { status: 503, code: 'outcome-unknown', changed: 'unknown' };

async function settledIn(running: TroubledRunning, username: string): Promise<readonly string[]> {
  const events = await running.trail(running.person(username));
  return events.flatMap(({ happening }) => {
    if (happening.kind === 'change-intended') return ['intended'];
    return happening.kind === 'change-settled' ? [`${happening.result} by ${happening.by}`] : [];
  });
}

async function notices(running: TroubledRunning, address: string | undefined): Promise<readonly string[]> {
  await sendAll(running);
  return running.mailbox
    .messages()
    .flatMap(({ to, text }) => (to === address && !/\d{8}/.test(text) ? [text] : []));
}

describe('a domain controller that does not answer a change', () => {
  let running: TroubledRunning;
  beforeAll(async () => {
    running = await startTroubled({ people });
  });
  afterEach(() => {
    running.trouble(undefined);
    running.lookAlike().misbehave(undefined);
  });
  afterAll(() => running.stop());

  /** A reset whose answer is lost, and nothing comes from the domain controller any more. */
  const resetIntoSilence = async (member: (typeof people)[number]) => {
    const flow = await provenFlow(running, member);
    running.trouble({ call: 'bench.readBack', before: () => running.lookAlike().misbehave('cut') });
    running.lookAlike().misbehave('cut-modify');
    const operation = randomUUID();
    expect(told(await flow.reset(NEW_PASSWORD, operation))).toEqual(UNKNOWN);
    return { flow, operation };
  };

  it('but made it is read back: the reset is told as done, and not repeated', async () => {
    const member = next();
    const flow = await provenFlow(running, member);
    running.lookAlike().misbehave('cut-modify');
    const operation = randomUUID();
    const before = running.lookAlike().counts().resets;
    expect(codeIn(await flow.reset(NEW_PASSWORD, operation))).toBe('done');
    expect(codeIn(await flow.reset(NEW_PASSWORD, operation))).toBe('done');
    expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('flow-done');
    expect(running.lookAlike().counts().resets - before).toBe(1);
    expect(await settledIn(running, member.username)).toEqual(['intended', 'done by request']);
    expect(await notices(running, member.personalMail)).toHaveLength(1);
  });

  it('but made it is read back for a change of a known password too', async () => {
    const { username, personalMail } = next();
    running.lookAlike().misbehave('cut-modify');
    const changed = await askJson(
      running,
      'POST',
      '/api/password/change',
      { username, currentPassword: FIRST_PASSWORD, newPassword: NEW_PASSWORD },
      { 'idempotency-key': randomUUID() },
    );
    expect(codeIn(changed)).toBe('done');
    expect(await settledIn(running, username)).toEqual(['intended', 'done by request']);
    expect(await notices(running, personalMail)).toHaveLength(1);
  });

  it('nor anything since is told as not known yet, and as what it was once it answers again', async () => {
    const member = next();
    const { flow, operation } = await resetIntoSilence(member);
    const meanwhile = jsonIn(await flow.stands());
    expect(meanwhile['state']).toBe('executing');
    expect(meanwhile).not.toHaveProperty('outcome');
    expect(codeIn(await flow.reset(NEW_PASSWORD, operation))).toBe('flow-working');

    running.clock.pass(120_000);
    await running.functions.sweep();
    expect(jsonIn(await flow.stands())['state']).toBe('executing');
    running.lookAlike().misbehave(undefined);
    await running.functions.sweep();
    expect(jsonIn(await flow.stands())).toMatchObject({
      state: 'done',
      outcome: { action: 'reset', result: 'done' },
    });
    expect(codeIn(await flow.reset(NEW_PASSWORD, operation))).toBe('done');
    expect(await settledIn(running, member.username)).toEqual(['intended', 'done by sweeper']);
  });

  it('nor anything for a day is told as unknown, and so says the notice', async () => {
    const member = next();
    const { flow, operation } = await resetIntoSilence(member);
    running.clock.pass(24 * 60 * 60_000);
    await running.functions.sweep();
    expect(jsonIn(await flow.stands())).toMatchObject({ state: 'done', outcome: { result: 'unknown' } });
    expect(told(await flow.reset(NEW_PASSWORD, operation))).toEqual(UNKNOWN);
    expect(await settledIn(running, member.username)).toEqual(['intended', 'unknown by sweeper']);
    expect(await notices(running, member.personalMail)).toEqual([
      expect.stringContaining('could not confirm'),
    ]);
  });

  it('is not waited for longer than its deadline, and nothing is said to be done or not', async () => {
    const member = next();
    const flow = await provenFlow(running, member);
    running.trouble({ call: 'bench.reset', before: () => running.lookAlike().misbehave('mute') });
    const began = Date.now();
    const operation = randomUUID();
    expect(told(await flow.reset(NEW_PASSWORD, operation))).toEqual(UNKNOWN);
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(running.lookAlike().isPassword(member.username, FIRST_PASSWORD)).toBe(true);
    expect(await settledIn(running, member.username)).toEqual(['intended']);
    running.lookAlike().misbehave(undefined);
    running.clock.pass(120_000);
    await running.functions.sweep();
    expect(await settledIn(running, member.username)).toEqual(['intended', 'unchanged by sweeper']);
    expect(told(await flow.reset(NEW_PASSWORD, operation))).toEqual({
      status: 503,
      code: 'service-problem',
      changed: 'no',
    });
    expect(jsonIn(await flow.stands())).toMatchObject({ state: 'open', outcome: { result: 'unchanged' } });
  });

  it('leaves nothing written down when it is gone before the work began', async () => {
    const member = next();
    const flow = await provenFlow(running, member);
    running.lookAlike().misbehave('cut');
    expect(told(await flow.reset(NEW_PASSWORD))).toEqual({
      status: 503,
      code: 'service-problem',
      changed: 'no',
    });
    running.lookAlike().misbehave(undefined);
    expect(await settledIn(running, member.username)).toEqual([]);
    expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('done');
  });
});

const dynamodb = inject('dynamodb');
describe.skipIf(!dynamodb)('a central store that is gone', () => {
  let line: BreakableLine;
  let running: TroubledRunning;
  beforeAll(async () => {
    line = await breakableLine({ port: Number(new URL(dynamodb?.endpoint ?? '').port) });
    running = await startTroubled({ people, dynamodb: `http://127.0.0.1:${line.port}` });
  });
  afterEach(() => {
    running.trouble(undefined);
    line.mend();
  });
  afterAll(async () => {
    await running.stop();
    await line.stop();
  });

  it('between intent and outcome is told as unknown, and swept once it is back', async () => {
    const member = next();
    const flow = await provenFlow(running, member);
    const before = running.lookAlike().counts().resets;
    running.trouble({ call: 'bench.reset', after: () => line.cut() });
    const operation = randomUUID();
    expect(told(await flow.reset(NEW_PASSWORD, operation))).toEqual(UNKNOWN);
    line.mend();
    running.trouble(undefined);
    expect(jsonIn(await flow.stands())['state']).toBe('executing');
    expect(codeIn(await flow.reset(NEW_PASSWORD, operation))).toBe('flow-working');

    running.clock.pass(120_000);
    await running.functions.sweep();
    expect(jsonIn(await flow.stands())).toMatchObject({
      state: 'done',
      outcome: { action: 'reset', result: 'done' },
    });
    expect(codeIn(await flow.reset(NEW_PASSWORD, operation))).toBe('done');
    expect(running.lookAlike().counts().resets - before).toBe(1);
    expect(await settledIn(running, member.username)).toEqual(['intended', 'done by sweeper']);
    expect(await notices(running, member.personalMail)).toHaveLength(1);
  });

  it('before the intent is written means that nothing is changed', async () => {
    const member = next();
    const flow = await provenFlow(running, member);
    running.trouble({ call: 'flows.begin', before: () => line.cut() });
    expect(told(await flow.reset(NEW_PASSWORD))).toEqual({
      status: 503,
      code: 'service-problem',
      changed: 'no',
    });
    line.mend();
    running.trouble(undefined);
    expect(running.lookAlike().isPassword(member.username, FIRST_PASSWORD)).toBe(true);
    expect(codeIn(await flow.reset(NEW_PASSWORD))).toBe('done');
  });
});
