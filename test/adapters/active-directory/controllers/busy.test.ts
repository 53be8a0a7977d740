import { describe, expect, it, vi } from 'vitest';
import { connectionBudget } from '../../../../adapters/active-directory/controllers/connection-budget.ts';
import { theOne } from '../../../contracts/directory-person.ts';
import { present } from '../present.ts';
import { ALICE, wired } from '../wired.ts';

const { relay, at, alice } = wired();

describe('a burst of requests', () => {
  it.each([8, 3])('never has more than %s connections with a domain controller', async (atOnce) => {
    const { reader } = at([relay().url], { ...(atOnce !== 8 && { atOnce }) });
    const found = await Promise.all(Array.from({ length: 100 }, () => reader.find(ALICE)));
    expect(found.map((each) => theOne(each).username)).toEqual(Array.from({ length: 100 }, () => 'alice'));
    expect(relay().connections()).toBe(100);
    expect(relay().most()).toBe(atOnce);
  });

  it('that all ports of a domain make together neither', async () => {
    const account = await alice();
    await vi.waitFor(() => expect(relay().open()).toBe(0));
    const { reader, passwords, repairs } = at([relay().url], { atOnce: 2 });
    await Promise.all(
      Array.from({ length: 10 }, () => [
        reader.rules('CORP', account),
        passwords.tryPassword('CORP', account, 'Copper-Kettle-17'),
        repairs.at(account.person, (bench) => present(bench).unlock()),
      ]).flat(),
    );
    expect(relay().most()).toBe(2);
  });

  it('waits within its deadline, and is then a failure that says so, and is told', async () => {
    const account = await alice();
    const told: string[] = [];
    const { reader, repairs } = at([relay().url], {
      atOnce: 1,
      deadlines: { connectMs: 3_000, operationMs: 3_000, totalMs: 300 },
      onPassedOver: ({ code }) => told.push(code),
    });
    await repairs.at(account.person, async () => {
      await expect(reader.find(ALICE)).rejects.toMatchObject({
        code: 'directory-busy',
        message: expect.stringContaining(`${relay().url} is busy: all 1 connections`) as string,
      });
    });
    expect(told).toEqual(['directory-busy']);
    expect(theOne(await reader.find(ALICE)).username).toBe('alice');
  });

  it('finds the place of a connection that broke free again, though nobody has closed it yet', async () => {
    const { person } = await alice();
    const { repairs } = at([relay().url], { atOnce: 1 });
    const seen = await repairs.at(person, async (bench) => {
      await relay().cut();
      return present(bench).readBack();
    });
    expect(seen?.username).toBe('alice');
  });
});

describe('a place', () => {
  const never = new AbortController().signal;

  it('goes to whoever has waited longest, and is given back once', async () => {
    const budget = connectionBudget(1);
    const first = await budget.place('dc', never);
    const order: string[] = [];
    const second = budget.place('dc', never).then((giveBack) => (order.push('second'), giveBack));
    const third = budget.place('dc', never).then((giveBack) => (order.push('third'), giveBack));
    first();
    first();
    (await second)();
    (await third)();
    expect(order).toEqual(['second', 'third']);
    (await budget.place('dc', never))();
  });

  it('is not kept for who gave up waiting', async () => {
    const budget = connectionBudget(1);
    const giveBack = await budget.place('dc', never);
    const impatient = new AbortController();
    const waiting = budget.place('dc', impatient.signal);
    impatient.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'directory-busy' });
    giveBack();
    (await budget.place('dc', never))();
  });

  it('with one domain controller is none with another', async () => {
    const budget = connectionBudget(1);
    await budget.place('dc1', never);
    await expect(budget.place('dc2', never)).resolves.toBeTypeOf('function');
  });
});
