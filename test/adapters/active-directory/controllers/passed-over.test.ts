import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAILURES, PAUSE_MS } from '../../../../adapters/active-directory/controllers/breaker.ts';
import { theOne } from '../../../contracts/directory-person.ts';
import { type Relay, startRelay } from '../relay.ts';
import { ALICE, wired } from '../wired.ts';

const { lookAlike, relay, at } = wired();
let second: Relay;
beforeEach(async () => {
  second = await startRelay(lookAlike().port);
});
afterEach(() => second.stop());

/** Two domain controllers, the clock by which the first one's failures are remembered, and what was told. */
function twoControllers(more: Parameters<typeof at>[1] = {}) {
  const clock = { now: 0 };
  const told: string[] = [];
  const ports = at([relay().url, second.url], {
    now: () => clock.now,
    onPassedOver: ({ message }) => told.push(message),
    ...more,
  });
  const answeredBy = async (): Promise<string> => theOne(await ports.reader.find(ALICE)).domainController;
  const breakFirst = async (): Promise<void> => {
    await relay().down();
    for (let time = 0; time < FAILURES; time += 1) await answeredBy();
  };
  return { ...ports, clock, told, answeredBy, breakFirst };
}

describe('a domain controller that failed three times in a row', () => {
  it('is passed over for half a minute without being asked, by all ports of its domain', async () => {
    const { answeredBy, breakFirst, repairs, told, clock, reader } = twoControllers();
    const { person } = theOne(await reader.find(ALICE));
    await breakFirst();
    expect(told).toHaveLength(FAILURES);
    await relay().up();
    const before = relay().connections();
    expect(await answeredBy()).toBe(second.url);
    const used = await repairs.at(person, (bench) => Promise.resolve(bench?.account.domainController));
    expect(used).toBe(second.url);
    expect(relay().connections()).toBe(before);
    expect(told).toHaveLength(FAILURES);
    clock.now = PAUSE_MS;
    expect(await answeredBy()).toBe(relay().url);
  });

  it('is tried by one at a time when that is over, and keeps nobody else waiting', async () => {
    const { answeredBy, breakFirst, clock } = twoControllers();
    await breakFirst();
    await relay().up();
    clock.now = PAUSE_MS;
    const before = relay().connections();
    const answers = await Promise.all([answeredBy(), answeredBy(), answeredBy()]);
    expect(answers.toSorted()).toEqual([relay().url, second.url, second.url].toSorted());
    expect(relay().connections() - before).toBe(1);
    expect(await answeredBy()).toBe(relay().url);
  });

  it('is tried all the same when no other is left, and the failure names every one of them', async () => {
    const { answeredBy, breakFirst } = twoControllers();
    await breakFirst();
    await second.down();
    await expect(answeredBy()).rejects.toThrow(
      new RegExp(`${second.url} cannot be reached.*${relay().url} cannot be reached`),
    );
    await relay().up();
    expect(await answeredBy()).toBe(relay().url);
  });
});

describe('what is no failure of a domain controller', () => {
  it('is whatever it answers: refused credentials do not make it unsound', async () => {
    const wrong = at([relay().url, second.url]).reader;
    for (let time = 0; time < FAILURES; time += 1)
      expect(await wrong.find({ kind: 'account-name', name: 'nobody-at-all' })).toEqual({ kind: 'none' });
    const { passwords, answeredBy, reader } = twoControllers();
    const account = theOne(await reader.find(ALICE));
    for (let time = 0; time < FAILURES; time += 1)
      expect(await passwords.tryPassword('CORP', account, `not-this-${time}`)).toBe('wrong');
    expect(await answeredBy()).toBe(relay().url);
  });

  it('is one failure between answers, and again one', async () => {
    const { answeredBy } = twoControllers();
    for (let time = 0; time < 2 * FAILURES; time += 1) {
      await relay().down();
      expect(await answeredBy()).toBe(second.url);
      await relay().up();
      expect(await answeredBy()).toBe(relay().url);
    }
  });
});
