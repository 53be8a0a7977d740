import { expect, it } from 'vitest';
import { TEXT_BREAKER } from '../../domain/ports/outbox.ts';
import { DAY, HOUR, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, type CentralStore, countOf, type MakeCentralStore } from './central-store.ts';

const PLENTY = { perHour: 1000, perDay: 1000 };
const may = (answer: string): boolean => answer === 'may';

/** Has so many texts counted, one after the other. */
async function sent({ outbox }: CentralStore, count: number, now = NOW): Promise<string[]> {
  const answers: string[] = [];
  for (let n = 0; n < count; n += 1) answers.push(await outbox.mayText(now, PLENTY));
  return answers;
}

/** What stands between a page and the telephone bill. */
export function textsContract(make: MakeCentralStore): void {
  budgets(make);
  breaker(make);
}

function budgets(make: MakeCentralStore): void {
  it.each([
    ['hour', { perHour: 37, perDay: 1000 }],
    ['day', { perHour: 1000, perDay: 37 }],
  ])('lets exactly everybody’s texts of a %s through 200 at once', async (_, budget) => {
    const { outbox } = await make();
    const answers = await atOnce(200, () => outbox.mayText(NOW, budget));
    expect(countOf(answers, may)).toBe(37);
    expect(countOf(answers, (answer) => answer === 'budget')).toBe(163);
  });

  it('counts each hour anew, and all of them in the day, until the next one', async () => {
    const { outbox } = await make();
    const budget = { perHour: 2, perDay: 3 };
    const at = (now: number) => outbox.mayText(now, budget);
    expect([await at(NOW), await at(NOW + 54 * MINUTE), await at(NOW)]).toEqual(['may', 'may', 'budget']);
    expect([await at(NOW + HOUR), await at(NOW + HOUR)]).toEqual(['may', 'budget']);
    expect(await at(NOW + 11 * HOUR)).toBe('budget');
    expect(await at(NOW + DAY)).toBe('may');
    expect(await at(NOW - DAY)).toBe('may');
  });

  it.each([
    { perHour: 0, perDay: 9 },
    { perHour: 9, perDay: 0 },
  ])('lets none through where none is allowed: %o', async (budget) => {
    expect(await (await make()).outbox.mayText(NOW, budget)).toBe('budget');
  });
}

function breaker(make: MakeCentralStore): void {
  it('stops when fifty texts of an hour led to too few proofs, for that hour', async () => {
    const store = await make();
    expect(new Set(await sent(store, TEXT_BREAKER.from))).toEqual(new Set(['may']));
    const answers = await atOnce(20, () => store.outbox.mayText(NOW, PLENTY));
    expect(new Set(answers)).toEqual(new Set(['breaker']));
    expect(await store.outbox.mayText(NOW + HOUR, PLENTY)).toBe('may');
  });

  it('goes on as long as a fifth of them held, and again once it does', async () => {
    const store = await make();
    await sent(store, TEXT_BREAKER.from);
    await atOnce(9, () => store.flows.countTextProven(NOW + MINUTE));
    expect(await sent(store, 1)).toEqual(['breaker']);
    await store.flows.countTextProven(NOW + MINUTE);
    expect(await sent(store, 2)).toEqual(['may', 'breaker']);
    await store.flows.countTextProven(NOW + MINUTE);
    expect(await sent(store, 6)).toEqual(['may', 'may', 'may', 'may', 'may', 'breaker']);
  });

  it('is not let off by what held in another hour, and stops no hour with few texts', async () => {
    const store = await make();
    await atOnce(30, () => store.flows.countTextProven(NOW - HOUR));
    await sent(store, TEXT_BREAKER.from);
    expect(await sent(store, 1)).toEqual(['breaker']);
    expect(new Set(await sent(store, TEXT_BREAKER.from - 1, NOW + HOUR))).toEqual(new Set(['may']));
  });

  it('lets no more than fifty through 200 at once when none of them holds', async () => {
    const { outbox } = await make();
    const answers = await atOnce(200, () => outbox.mayText(NOW, PLENTY));
    expect(countOf(answers, may)).toBe(TEXT_BREAKER.from);
    expect(countOf(answers, (answer) => answer === 'breaker')).toBe(200 - TEXT_BREAKER.from);
  });
}
