import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import {
  aCode,
  aFlow,
  aMessage,
  anEvent,
  anIntent,
  aPerson,
  aStartToll,
  HOUR,
  NOW,
} from '../support/stored-records.ts';
import { atOnce, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { flowChangesContract } from './flow-store-changes.ts';
import { flowProofsContract } from './flow-store-proofs.ts';
import { flowTriesContract } from './flow-store-tries.ts';
import { plain } from './tried-flows.ts';

/** What every flow store promises. */
export function flowStoreContract(name: string, make: MakeCentralStore): void {
  describe(`flow store on ${name}`, () => {
    startContract(make);
    flowTriesContract(make);
    flowProofsContract(make);
    flowChangesContract(make);
  });
}

function startContract(make: MakeCentralStore): void {
  it('keeps a flow as it was started, and knows no other', async () => {
    const { flows } = await make();
    const flow = aFlow({
      codes: { 'email-code': aCode() },
      outbox: [aMessage(), aMessage({ queuedAt: NOW + 1, to: [] })],
      proofs: [{ method: 'email-code', at: NOW }],
    });
    expect(await flows.start(flow, aStartToll())).toBe('started');
    expect(await flows.find(flow.key)).toEqual(flow);
    expect(await flows.find('another')).toBeUndefined();
  });

  it('keeps what a stranger is asked, in its order, and that no user configuration is theirs', async () => {
    const { flows } = await make();
    const { userConfiguration: _, ...stranger } = aFlow({ asked: ['third', 'first', 'second'] });
    await flows.start(stranger, aStartToll());
    expect(await flows.find(stranger.key)).toEqual(stranger);
  });

  it('never starts a second flow under the same key', async () => {
    const { flows } = await make();
    const flow = aFlow();
    await flows.start(flow, aStartToll());
    await expect(flows.start({ ...flow, person: aPerson() }, aStartToll())).rejects.toThrow(Failure);
    expect(await flows.find(flow.key)).toEqual(flow);
  });

  it('lets exactly the cap of one source through a burst, and keeps nothing of the rest', async () => {
    const { flows } = await make();
    const toll = aStartToll({ perSource: { cap: 5, windowMs: HOUR } });
    const all = Array.from({ length: 64 }, () => aFlow());
    const answers = await Promise.all(all.map((flow) => flows.start(flow, toll)));
    const kept = await Promise.all(all.map((flow) => flows.find(flow.key)));
    expect(countOf(answers, (answer) => answer === 'started')).toBe(5);
    expect(kept.map((flow) => (flow ? 'started' : 'too-many'))).toEqual(answers);
  });

  it('lets no more than the cap of all sources through a burst', async () => {
    const { flows } = await make();
    const toll = (source: string) => aStartToll({ source, everywhere: { cap: 8, windowMs: HOUR } });
    const answers = await atOnce(64, (index) => flows.start(aFlow(), toll(`192.0.2.${index}`)));
    const started = countOf(answers, (answer) => answer === 'started');
    // A store may divide the budget into shards, so that a burst can end with a share unused.
    expect(started).toBeGreaterThan(0);
    expect(started).toBeLessThanOrEqual(8);
  });

  it('takes nothing from the budget of all sources for a start that one source may not make', async () => {
    const { flows } = await make();
    const toll = (source: string) =>
      aStartToll({ source, perSource: { cap: 1, windowMs: HOUR }, everywhere: { cap: 16, windowMs: HOUR } });
    await flows.start(aFlow(), toll('192.0.2.1'));
    const flow = aFlow();
    const refused = await atOnce(16, () => flows.start(flow, toll('192.0.2.1')));
    expect(new Set(refused)).toEqual(new Set(['too-many']));
    expect(await flows.start(flow, toll('192.0.2.2'))).toBe('started');
  });

  it('lets a source start again in the next window', async () => {
    const { flows } = await make();
    const toll = aStartToll({ perSource: { cap: 1, windowMs: HOUR } });
    await flows.start(aFlow(), toll);
    expect(await flows.start(aFlow(), toll)).toBe('too-many');
    expect(await flows.start(aFlow({ startedAt: NOW + HOUR }), toll)).toBe('started');
  });

  it.each(['perSource', 'everywhere'])('starts nothing with an empty %s budget', async (budget) => {
    const { flows } = await make();
    const flow = aFlow();
    expect(await flows.start(flow, aStartToll({ [budget]: { cap: 0, windowMs: HOUR } }))).toBe('too-many');
    expect(await flows.find(flow.key)).toBeUndefined();
  });

  it('opens a flow that is executing from birth, with its intended change in the trail', async () => {
    const { flows, trail, outbox } = await make();
    const heldNotice = aMessage();
    const flow = aFlow({ state: 'executing', purpose: 'change', intent: anIntent(), heldNotice });
    const event = anEvent({ person: flow.person });
    expect(await flows.open(flow, event)).toBe('begun');
    expect(plain(await flows.find(flow.key))).toEqual(flow);
    expect(await collected(trail.of(flow.person))).toEqual([event]);
    expect((await flows.unsettled(NOW + 1, 10)).map(plain)).toEqual([flow]);
    expect(await outbox.due(NOW + HOUR, 10)).toEqual([]);
  });
}
