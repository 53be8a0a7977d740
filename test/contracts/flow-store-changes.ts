import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import type { FlowStore } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import {
  aFlow,
  aMessage,
  anEvent,
  anIntent,
  anOutcome,
  aPerson,
  aTryToll,
  DAY,
  MINUTE,
  NOW,
} from '../support/stored-records.ts';
import { atOnce, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { flowLeasesContract } from './flow-store-leases.ts';
import { begin, plain, provenOnce, started } from './tried-flows.ts';

async function executing(flows: FlowStore, at = NOW): Promise<Flow> {
  const flow = await started(flows);
  await flows.begin(flow, anIntent({ at }), aMessage(), anEvent({ person: flow.person }), NOW);
  const begun = await flows.find(flow.key);
  if (begun?.state !== 'executing') throw new Error('the flow did not begin');
  return begun;
}

/** Begin and settle: what is about to be done, and what became of it. */
export function flowChangesContract(make: MakeCentralStore): void {
  describe('changes', () => {
    beginning(make);
    flowLeasesContract(make);
    settle(make);
    unsettled(make);
  });
}

function beginning(make: MakeCentralStore): void {
  it('begins with the intent, the held notice and the trail, all together', async () => {
    const { flows, trail, outbox } = await make();
    const flow = await started(flows);
    const [intent, heldNotice, event] = [anIntent(), aMessage(), anEvent({ person: flow.person })];
    expect(await flows.begin(flow, intent, heldNotice, event, NOW)).toBe('begun');
    const begun = { ...flow, state: 'executing', intent, heldNotice, version: 2, spends: 1 };
    expect(plain(await flows.find(flow.key))).toEqual(begun);
    expect(await collected(trail.of(flow.person))).toEqual([event]);
    expect(await outbox.due(NOW + DAY, 10)).toEqual([]);
  });

  it.each([
    ['was proven', provenOnce],
    ['nobody tried yet', started],
  ])('begins a flow that %s exactly once, of 32 at once, and tells the trail once', async (_, aSuch) => {
    const { flows, trail } = await make();
    const flow = await aSuch(flows);
    const answers = await atOnce(32, () => begin(flows, flow));
    expect(answers.toSorted()).toEqual(['begun', ...Array.from({ length: 31 }, () => 'moved')]);
    expect(await collected(trail.of(flow.person))).toHaveLength(1);
    expect(await flows.find(flow.key)).toMatchObject({ spends: 1, version: flow.version + 1 });
  });

  it('neither begins nor settles without a word to the trail: when that fails, nothing has moved', async () => {
    const { flows, trail } = await make();
    const flow = await started(flows);
    const taken = anEvent();
    await trail.append(taken);
    await expect(flows.begin(flow, anIntent(), aMessage(), taken, NOW)).rejects.toThrow(Failure);
    expect(await flows.find(flow.key)).toEqual(flow);
    const busy = await executing(flows);
    await expect(flows.settle(busy, anOutcome('done'), [aMessage()], taken, [])).rejects.toThrow(Failure);
    expect(await flows.find(busy.key)).toEqual(busy);
  });

  it('does not begin what is expired, was moved meanwhile, or is not there; and says nothing to the trail', async () => {
    const { flows, trail } = await make();
    const person = aPerson();
    const flow = await started(flows, { person });
    await flows.reserve(flow.key, aTryToll());
    await flows.prove(flow, { method: 'security-answers', at: NOW }, NOW);
    const attempt = (seen: Flow, now: number) =>
      flows.begin(seen, anIntent(), aMessage(), anEvent({ person }), now);
    expect(await attempt(flow, NOW)).toBe('moved');
    expect(await attempt({ ...flow, version: 2 }, flow.expiresAt)).toBe('moved');
    expect(await attempt(aFlow(), NOW)).toBe('moved');
    expect(await collected(trail.of(person))).toEqual([]);
    expect(await attempt({ ...flow, version: 2 }, flow.expiresAt - 1)).toBe('begun');
  });
}

function settle(make: MakeCentralStore): void {
  it.each(['done', 'unknown'] as const)(
    'settles as %s: the outcome is kept, the notice due, the held one gone',
    async (result) => {
      const { flows, trail, outbox } = await make();
      const flow = await executing(flows);
      const { heldNotice: _, ...rest } = flow;
      const [outcome, notice, event] = [anOutcome(result), aMessage(), anEvent({ person: flow.person })];
      expect(await flows.settle(flow, outcome, [notice], event, [])).toBe(true);
      expect(await flows.find(flow.key)).toEqual({
        ...rest,
        state: 'done',
        outcome,
        outbox: [notice],
        version: 3,
      });
      expect(await collected(trail.of(flow.person))).toContainEqual(event);
      expect((await outbox.due(NOW, 10)).map(({ messages }) => messages)).toEqual([[notice]]);
    },
  );

  it('opens an unchanged flow again, with its proofs and its life, and tells nobody', async () => {
    const { flows, outbox } = await make();
    const before = await started(flows);
    await flows.reserve(before.key, aTryToll({ now: NOW + MINUTE }));
    const proven = await flows.prove(before, { method: 'security-answers', at: NOW }, NOW + MINUTE);
    if (!proven) throw new Error('not proven');
    await flows.begin(proven, anIntent(), aMessage(), anEvent(), NOW + MINUTE);
    const busy = await flows.find(before.key);
    const outcome = anOutcome('unchanged', { reason: 'policy' });
    expect(busy && (await flows.settle(busy, outcome, [], anEvent(), []))).toBe(true);
    const open = await flows.find(before.key);
    expect(open).toMatchObject({ state: 'open', outcome, spends: 1, proofs: proven.proofs });
    expect(open?.expiresAt).toBe(proven.expiresAt);
    expect(open?.heldNotice).toBeUndefined();
    expect(await outbox.due(NOW + DAY, 10)).toEqual([]);
    expect(open && (await flows.begin(open, anIntent(), aMessage(), anEvent(), NOW + MINUTE))).toBe('begun');
  });

  it('settles once, of 16 at once, with one notice and one word to the trail', async () => {
    const { flows, trail, outbox } = await make();
    const flow = await executing(flows);
    const answers = await atOnce(16, () =>
      flows.settle(flow, anOutcome('done'), [aMessage()], anEvent({ person: flow.person }), []),
    );
    expect(countOf(answers, (settled) => settled)).toBe(1);
    expect(await collected(trail.of(flow.person))).toHaveLength(2);
    expect((await outbox.due(NOW, 10))[0]?.messages).toHaveLength(1);
  });

  it('does not settle what is not executing, or what began anew since', async () => {
    const { flows } = await make();
    const first = await executing(flows);
    await flows.settle(first, anOutcome('unchanged'), [], anEvent(), []);
    const open = await flows.find(first.key);
    expect(open && (await flows.settle(open, anOutcome('done'), [aMessage()], anEvent(), []))).toBe(false);
    expect(open && (await flows.begin(open, anIntent(), aMessage(), anEvent(), NOW))).toBe('begun');
    expect(await flows.settle(first, anOutcome('done'), [aMessage()], anEvent(), [])).toBe(false);
    expect((await flows.find(first.key))?.state).toBe('executing');
  });
}

function unsettled(make: MakeCentralStore): void {
  it('finds what has been executing since before a moment, oldest first, and no more than asked for', async () => {
    const { flows } = await make();
    const second = await executing(flows, NOW + 2);
    const first = await executing(flows, NOW + 1);
    const third = await executing(flows, NOW + 3);
    await started(flows);
    const keysOf = async (before: number, limit: number) =>
      (await flows.unsettled(before, limit)).map(({ key }) => key);
    expect(await keysOf(NOW + 10, 10)).toEqual([first.key, second.key, third.key]);
    expect(await keysOf(NOW + 3, 10)).toEqual([first.key, second.key]);
    expect(await keysOf(NOW + 10, 2)).toEqual([first.key, second.key]);
    await flows.settle(first, anOutcome('done'), [], anEvent(), []);
    await flows.settle(third, anOutcome('unchanged'), [], anEvent(), []);
    expect(await flows.unsettled(NOW + 10, 10)).toEqual([second]);
    // What was settled takes no place from what was not.
    expect(await flows.unsettled(NOW + 10, 1)).toEqual([second]);
  });
}
