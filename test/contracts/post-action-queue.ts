import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import type { PostActionJob } from '../../domain/post-actions/job.ts';
import { aJob } from '../support/stored-notes.ts';
import { aMessage, anEvent, anOutcome, aPerson, DAY, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, type CentralStore, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { begin, provenOnce } from './tried-flows.ts';

async function executing({ flows }: CentralStore) {
  const flow = await provenOnce(flows);
  await begin(flows, flow);
  return (await flows.find(flow.key)) ?? flow;
}

/** Puts jobs where they come from: the outcome of a change. */
async function queued(store: CentralStore, ...jobs: readonly PostActionJob[]): Promise<void> {
  await store.flows.settle(await executing(store), anOutcome('done'), [], anEvent(), jobs);
}

const attribute = (at: number): PostActionJob =>
  aJob({ at, work: { kind: 'attribute', attribute: 'extensionAttribute3', value: '2100' } });

/** What every queue of post actions promises. */
export function postActionQueueContract(name: string, make: MakeCentralStore): void {
  describe(`post actions that wait on ${name}`, () => {
    queueing(make);
    claiming(make);
    finishing(make);
  });
}

function queueing(make: MakeCentralStore): void {
  it('has the jobs of a change from the moment of its outcome, and once, of 16 that settle it at once', async () => {
    const store = await make();
    const flow = await executing(store);
    expect(await store.postActions.due('outside', NOW + DAY, 10)).toEqual([]);
    const answers = await atOnce(16, () =>
      store.flows.settle(flow, anOutcome('done'), [aMessage()], anEvent(), [aJob(), aJob()]),
    );
    expect(countOf(answers, (settled) => settled)).toBe(1);
    expect(await store.postActions.due('outside', NOW, 100)).toHaveLength(2);
    expect(await store.outbox.due(NOW, 100)).toHaveLength(1);
  });

  it('settles nothing whose job could not be kept', async () => {
    const store = await make();
    const job = aJob();
    await queued(store, job);
    const flow = await executing(store);
    await expect(store.flows.settle(flow, anOutcome('done'), [], anEvent(), [job])).rejects.toThrow(Failure);
    expect((await store.flows.find(flow.key))?.state).toBe('executing');
  });

  it('lists what is due at one desk, oldest first, as much as asked for, and nothing of the outbox', async () => {
    const store = await make();
    const event = aJob({ at: NOW + 2, work: { kind: 'event', text: 'done' } });
    const [second, first, other] = [event, aJob({ at: NOW + 1 }), attribute(NOW + 1)];
    await queued(store, second, first, other);
    expect(await store.postActions.due('outside', NOW + 9, 10)).toEqual([first, second]);
    expect(await store.postActions.due('outside', NOW + 9, 1)).toEqual([first]);
    expect(await store.postActions.due('outside', NOW, 10)).toEqual([]);
    expect(await store.postActions.due('directory', NOW + 9, 10)).toEqual([other]);
    expect(await store.outbox.due(NOW + 9, 10)).toEqual([]);
  });
}

function claiming(make: MakeCentralStore): void {
  it('gives a job to exactly one of 32 workers, and again once that one’s time is over', async () => {
    const store = await make();
    const job = aJob();
    await queued(store, job);
    const answers = await atOnce(32, () => store.postActions.claim(job, NOW, NOW + MINUTE));
    expect(countOf(answers, (claimed) => claimed)).toBe(1);
    expect(await store.postActions.due('outside', NOW + MINUTE - 1, 10)).toEqual([]);
    expect(await store.postActions.due('outside', NOW + MINUTE, 10)).toEqual([job]);
    expect(await store.postActions.claim(job, NOW + MINUTE, NOW + DAY)).toBe(true);
  });

  it('has what failed due again when it is said to be, with one failure more, told once', async () => {
    const store = await make();
    const job = aJob();
    await queued(store, job);
    await store.postActions.claim(job, NOW, NOW + MINUTE);
    await atOnce(4, () => store.postActions.later(job, NOW + 5 * MINUTE));
    expect(await store.postActions.due('outside', NOW + 5 * MINUTE - 1, 10)).toEqual([]);
    const [again] = await store.postActions.due('outside', NOW + 5 * MINUTE, 10);
    expect(again).toEqual({ ...job, failures: 1 });
    // Who saw it before it failed is late.
    expect(await store.postActions.claim(job, NOW + 5 * MINUTE, NOW + DAY)).toBe(false);
  });
}

function finishing(make: MakeCentralStore): void {
  it('deletes a job with one word to the trail, however often it is finished', async () => {
    const store = await make();
    const [job, person] = [aJob(), aPerson()];
    await queued(store, job);
    await store.postActions.claim(job, NOW, NOW + MINUTE);
    await atOnce(4, () => store.postActions.finish(job, anEvent({ person })));
    expect(await store.postActions.due('outside', NOW + DAY, 10)).toEqual([]);
    expect(await collected(store.trail.of(person))).toHaveLength(1);
    expect(await store.postActions.claim(job, NOW + DAY, NOW + 2 * DAY)).toBe(false);
    await store.postActions.later(job, NOW);
    expect(await store.postActions.due('outside', NOW + DAY, 10)).toEqual([]);
  });

  it('deletes nothing that it could not write down', async () => {
    const store = await make();
    const [job, event] = [aJob(), anEvent()];
    await queued(store, job);
    await store.trail.append(event);
    await expect(store.postActions.finish(job, event)).rejects.toThrow(Failure);
    expect(await store.postActions.due('outside', NOW, 10)).toEqual([job]);
  });
}
