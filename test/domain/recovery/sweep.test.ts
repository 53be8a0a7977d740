import { describe, expect, it } from 'vitest';
import { judgeLeftover } from '../../../domain/recovery/leftover.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW } from '../../support/product.ts';
import { kindsOf, proven, trailOf } from '../../support/recovering.ts';
import { anAccount, CONTROLLER, filetime } from '../../support/scripted-account.ts';
import { aFlow, aMessage, anEvent, anIntent } from '../../support/stored-records.ts';

const BEFORE = { passwordLastSet: '133123456789012345', lockoutTime: '133100000000000000' };

describe('what a leftover change has come to', () => {
  const at = (minutes: number) => filetime(NOW + minutes * MINUTE);
  it.each([
    ['reset', 'the same password', { passwordLastSet: BEFORE.passwordLastSet }, 'unchanged'],
    ['reset', 'one set in that second', { passwordLastSet: at(0) }, 'done'],
    ['reset', 'one set five minutes off', { passwordLastSet: at(5) }, 'done'],
    ['reset', 'one set long after', { passwordLastSet: at(6) }, 'unknown'],
    ['reset', 'one set long before', { passwordLastSet: at(-6) }, 'unknown'],
    ['reset', 'one that must be changed', { passwordLastSet: '0' }, 'unknown'],
    ['change', 'the same password', { passwordLastSet: BEFORE.passwordLastSet }, 'unchanged'],
    ['change', 'one set in that second', { passwordLastSet: at(0) }, 'done'],
    ['unlock', 'the same lock', { lockoutTime: BEFORE.lockoutTime }, 'unchanged'],
    ['unlock', 'no lock', { lockoutTime: '0' }, 'done'],
    ['unlock', 'another lock', { lockoutTime: at(0) }, 'unknown'],
  ] as const)('%s, and now %s', (action, _now, now, result) => {
    const intent = anIntent({ action, before: BEFORE, at: NOW });
    const outcome = judgeLeftover(intent, anAccount('jo', { ...BEFORE, ...now }), NOW + MINUTE);
    expect(outcome).toMatchObject({ action, operation: intent.operation, result, at: NOW + MINUTE });
    expect(outcome.reason).toBe(result === 'unchanged' ? 'not-executed' : undefined);
  });

  it('must be changed before and now: nothing happened', () => {
    const intent = anIntent({ action: 'reset', before: { ...BEFORE, passwordLastSet: '0' } });
    expect(judgeLeftover(intent, anAccount('jo', { passwordLastSet: '0' }), NOW).result).toBe('unchanged');
  });

  it('cannot be told of an account that is gone', () => {
    for (const action of ['reset', 'unlock', 'change'] as const)
      expect(judgeLeftover(anIntent({ action }), 'gone', NOW).result).toBe('unknown');
  });
});

/** A product with so many flows left executing, the first of them jo's. */
async function withLeftovers(count: number, action: 'reset' | 'unlock' = 'reset') {
  const product = aProduct();
  const account = await enrolled(product, 'jo', { account: BEFORE });
  const flow = await proven(product, 'jo');
  const { flows } = product.ports;
  const intent = anIntent({ action, before: BEFORE, domainController: CONTROLLER, at: NOW });
  await flows.begin(flow, intent, aMessage(), anEvent({ person: account.person, at: NOW }), NOW);
  for (let i = 1; i < count; i += 1)
    await flows.open(
      aFlow({ state: 'executing', startedAt: NOW + i, intent: { ...intent, at: NOW + i } }),
      anEvent(),
    );
  return { product, account, key: flow.key };
}

describe('the sweeper', () => {
  it('leaves alone what a request may still be at work on', async () => {
    const { product, key } = await withLeftovers(1);
    product.clock.pass(35_000);
    expect(await sweep(product.ports)).toEqual({ settled: 0, waiting: 0 });
    product.clock.pass(1);
    expect(await sweep(product.ports)).toEqual({ settled: 1, waiting: 0 });
    expect(await product.ports.flows.find(key)).toMatchObject({
      state: 'open',
      outcome: { result: 'unchanged' },
    });
  });

  it('opens the flow again when nothing was changed, without a notice', async () => {
    const { product, account, key } = await withLeftovers(1);
    product.clock.pass(MINUTE);
    await sweep(product.ports);
    const flow = await product.ports.flows.find(key);
    expect(flow).not.toHaveProperty('heldNotice');
    expect(flow?.outbox.map(({ letter }) => letter.kind)).toEqual(['recovery-code']);
    const events = await trailOf(product, account.person);
    expect(events.at(-1)?.happening).toMatchObject({ result: 'unchanged', by: 'sweeper' });
  });

  it('never asks for a change, and settles each once', async () => {
    const { product, account } = await withLeftovers(1);
    product.clock.pass(MINUTE);
    await Promise.all([sweep(product.ports), sweep(product.ports)]);
    await sweep(product.ports);
    expect(product.script.asked()).toBe(0);
    const kinds = kindsOf(await trailOf(product, account.person));
    expect(kinds.filter((kind) => kind === 'change-settled')).toHaveLength(1);
  });

  it('asks the domain controller that was to make the change', async () => {
    const { product } = await withLeftovers(1);
    product.clock.pass(MINUTE);
    const asked: unknown[] = [];
    const { directory } = product.ports;
    const read: typeof directory.read = (person, how) => {
      asked.push(how?.on);
      return directory.read(person, how);
    };
    await sweep({ ...product.ports, directory: { ...directory, read } });
    expect(asked).toEqual([CONTROLLER]);
  });

  it('asks a silent domain controller once in a round, and again in the next', async () => {
    const { product } = await withLeftovers(3);
    product.clock.pass(MINUTE);
    const { directory } = product.ports;
    let reads = 0;
    const read: typeof directory.read = async (...given) => {
      reads += 1;
      if (reads === 1) throw new Error('no answer');
      return directory.read(...given);
    };
    const ports = { ...product.ports, directory: { ...directory, read } };
    expect(await sweep(ports)).toEqual({ settled: 0, waiting: 3 });
    expect(reads).toBe(1);
    expect(await sweep(ports)).toEqual({ settled: 3, waiting: 0 });
  });

  it('does not let a silent domain controller keep the flows of the others waiting', async () => {
    const { product } = await withLeftovers(3);
    product.clock.pass(MINUTE);
    const { directory, flows } = product.ports;
    const elsewhere: typeof flows.unsettled = async (...given) =>
      (await flows.unsettled(...given)).map((flow, index) =>
        flow.intent && index === 0
          ? { ...flow, intent: { ...flow.intent, domainController: 'ldaps://dead' } }
          : flow,
      );
    const read: typeof directory.read = async (person, asked) => {
      if (asked?.on === 'ldaps://dead') throw new Error('no answer');
      return directory.read(person, asked);
    };
    const ports = {
      ...product.ports,
      directory: { ...directory, read },
      flows: { ...flows, unsettled: elsewhere },
    };
    expect(await sweep(ports)).toEqual({ settled: 2, waiting: 1 });
  });

  it('gives up on a domain controller after a day, and says that it does not know', async () => {
    const { product } = await withLeftovers(1);
    const { directory } = product.ports;
    const ports = {
      ...product.ports,
      directory: { ...directory, read: () => Promise.reject(new Error('no answer')) },
    };
    product.clock.pass(24 * 60 * MINUTE - 1);
    expect(await sweep(ports)).toEqual({ settled: 0, waiting: 1 });
    product.clock.pass(1);
    expect(await sweep(ports)).toEqual({ settled: 1, waiting: 0 });
  });

  it('settles many at once, each once', async () => {
    const { product } = await withLeftovers(30);
    product.clock.pass(MINUTE);
    expect((await sweep(product.ports)).settled).toBe(30);
    expect((await sweep(product.ports)).settled).toBe(0);
  });
});
