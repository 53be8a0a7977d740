import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../domain/person.ts';
import type { PostActionJob } from '../../../domain/post-actions/job.ts';
import { nextTry } from '../../../domain/post-actions/retry.ts';
import { runDuePostActions, type CarryOut } from '../../../domain/post-actions/run-due.ts';
import { Failure } from '../../../domain/failure.ts';
import { enrolled } from '../../support/enrolled.ts';
import { POST_ACTIONS } from '../../support/post-actions.ts';
import { aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { proven, repair, RESET, trailOf } from '../../support/recovering.ts';

/** A product with the jobs of one reset, and what was carried out so far. */
async function withJobs() {
  const product = aProduct({ document: { postActions: POST_ACTIONS } });
  const account = await enrolled(product, 'jo');
  const { key } = await proven(product, 'jo');
  await repair(product, key, RESET);
  const carried: string[] = [];
  const doing =
    (what: CarryOut): CarryOut =>
    (job) => {
      carried.push(job.id);
      return what(job);
    };
  return { product, account, carried, doing };
}

const done: CarryOut = async () => ({ kind: 'done' });
const failing: CarryOut = async () => ({ kind: 'failed', why: 'the desk answered 500' });
const fates = async ({ ports }: Product, carryOut: CarryOut) =>
  (await runDuePostActions(ports, 'outside', carryOut)).map(({ fate }) => fate);

/** By their names; two of one millisecond have no order in the trail. */
const settledOf = async (product: Product, person: Person) =>
  (await trailOf(product, person))
    .flatMap(({ happening }) => (happening.kind === 'post-action-settled' ? [happening] : []))
    .toSorted((a, b) => (a.action < b.action ? -1 : 1));

describe('post actions that are due', () => {
  it('are done once, each written into the trail, and no other desk’s', async () => {
    const { product, account, carried, doing } = await withJobs();
    expect(await fates(product, doing(done))).toEqual(['done', 'done']);
    expect(await fates(product, doing(done))).toEqual([]);
    expect(carried).toHaveLength(2);
    expect(await settledOf(product, account.person)).toEqual([
      { kind: 'post-action-settled', action: 'Event', result: 'done' },
      { kind: 'post-action-settled', action: 'Tell the desk', result: 'done' },
    ]);
    expect(await product.ports.postActions.due('directory', product.clock.now(), 5)).toHaveLength(1);
  });

  it('are never done by two at a time', async () => {
    const { product, carried, doing } = await withJobs();
    await Promise.all(
      Array.from({ length: 5 }, () => runDuePostActions(product.ports, 'outside', doing(done))),
    );
    expect(carried).toHaveLength(2);
  });

  it('are tried again after 1, 5, 15 and 60 minutes, then hourly, with the same id, and given up after a day', async () => {
    const { product, account, carried, doing } = await withJobs();
    const start = product.clock.now();
    const tries: number[] = [];
    const watching = doing((job) => {
      if (job.work.kind === 'webhook') tries.push((product.clock.now() - start) / MINUTE);
      return failing(job);
    });
    for (let minute = 0; minute <= 25 * 60; minute += 1) {
      await runDuePostActions(product.ports, 'outside', watching);
      product.clock.pass(MINUTE);
    }
    expect(tries.slice(0, 6).map(Math.round)).toEqual([0, 1, 6, 21, 81, 141]);
    expect(tries.at(-1)).toBeGreaterThan(22 * 60);
    expect(tries.at(-1)).toBeLessThan(24 * 60);
    expect(new Set(carried).size).toBe(2);
    expect(await settledOf(product, account.person)).toMatchObject([
      { result: 'given-up' },
      { result: 'given-up' },
    ]);
  });

  it('are given up at once when they never will be done', async () => {
    const { product } = await withJobs();
    expect(await fates(product, async () => ({ kind: 'refused', why: 'gone' }))).toEqual([
      'given-up',
      'given-up',
    ]);
    expect(await fates(product, done)).toEqual([]);
  });

  it('do not keep each other from being done when one breaks', async () => {
    const { product } = await withJobs();
    const breaking: CarryOut = async (job: PostActionJob) => {
      if (job.work.kind === 'webhook') throw new Failure('secrets-unavailable', 'The secret is not there');
      return { kind: 'done' };
    };
    expect(await runDuePostActions(product.ports, 'outside', breaking)).toMatchObject([
      { kind: 'webhook', fate: 'failed', why: 'secrets-unavailable: The secret is not there' },
      { kind: 'event', fate: 'done' },
    ]);
  });

  it('are done again with the same id by the next worker when one died after doing them', async () => {
    const { product, carried, doing } = await withJobs();
    const dying = {
      ...product.ports,
      postActions: { ...product.ports.postActions, finish: () => Promise.reject(new Error('killed')) },
    };
    await expect(runDuePostActions(dying, 'outside', doing(done))).rejects.toThrow('killed');
    expect(await fates(product, doing(done))).toEqual([]);
    product.clock.pass(2 * MINUTE);
    expect(await fates(product, doing(done))).toEqual(['done', 'done']);
    expect(carried).toHaveLength(4);
    expect(new Set(carried).size).toBe(2);
  });
});

describe('the next try', () => {
  it('is always later, and never a day after the change', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(30 * 60), (failures, minutes) => {
        const now = NOW + minutes * MINUTE;
        const next = nextTry({ at: NOW, failures }, now);
        if (next === undefined) expect(minutes).toBeGreaterThanOrEqual(23 * 60);
        else {
          expect(next).toBeGreaterThan(now);
          expect(next - NOW).toBeLessThan(24 * 60 * MINUTE);
        }
      }),
    );
  });
});
