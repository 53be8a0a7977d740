import { describe, expect, it } from 'vitest';
import {
  aCode,
  aMessage,
  anEvent,
  anIntent,
  aTryToll,
  HOUR,
  MINUTE,
  NOW,
} from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';
import { personTriesContract } from './flow-store-person-tries.ts';
import { isReserved, plain, started } from './tried-flows.ts';

/** Counting tries: every axis, before anything is looked at. */
export function flowTriesContract(make: MakeCentralStore): void {
  describe('tries', () => {
    flowAxis(make);
    codeAxis(make);
    personTriesContract(make);
  });
}

function flowAxis(make: MakeCentralStore): void {
  it('counts a try and answers the flow with it, without moving its version', async () => {
    const { flows } = await make();
    const flow = await started(flows);
    const answer = await flows.reserve(flow.key, aTryToll());
    expect(answer).toMatchObject({ kind: 'reserved', methodTries: 1 });
    expect(answer.kind === 'reserved' && plain(answer.flow)).toEqual({ ...flow, tries: 1 });
    expect(await flows.find(flow.key)).toEqual({ ...flow, tries: 1 });
  });

  it('lets exactly the cap of a flow through 64 tries at once', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const answers = await atOnce(64, () => flows.reserve(key, aTryToll({ perFlow: 5 })));
    expect(countOf(answers, isReserved)).toBe(5);
    expect(countOf(answers, ({ kind }) => kind === 'flow-closed')).toBe(59);
    expect((await flows.find(key))?.tries).toBe(5);
  });

  it('extends the life of a flow with each try, up to its absolute end', async () => {
    const { flows } = await make();
    const flow = await started(flows);
    const lifeAfter = async (now: number) => {
      const answer = await flows.reserve(flow.key, aTryToll({ now }));
      return answer.kind === 'reserved' ? answer.flow.expiresAt - NOW : answer.kind;
    };
    expect(await lifeAfter(NOW + 10 * MINUTE)).toBe(25 * MINUTE);
    expect(await lifeAfter(NOW + 24 * MINUTE)).toBe(39 * MINUTE);
    expect(await lifeAfter(NOW + 38 * MINUTE)).toBe(53 * MINUTE);
    expect(await lifeAfter(NOW + 52 * MINUTE)).toBe(HOUR);
    expect((await flows.find(flow.key))?.expiresAt).toBe(NOW + HOUR);
    expect(await lifeAfter(NOW + HOUR - 1)).toBe(HOUR);
    expect(await lifeAfter(NOW + HOUR)).toBe('flow-closed');
  });

  it('lets no move be made after the absolute end, however late the last try was', async () => {
    const { flows } = await make();
    const flow = await started(flows);
    for (const minutes of [14, 28, 42, 56])
      await flows.reserve(flow.key, aTryToll({ now: NOW + minutes * MINUTE }));
    const end = NOW + HOUR;
    const proof = { method: 'security-answers', at: end } as const;
    expect(await flows.prove(flow, proof, end)).toBeUndefined();
    expect(await flows.issueCode(flow.key, 'email-code', aCode(), aMessage(), end, 3)).toBeUndefined();
    expect(await flows.begin(flow, anIntent(), aMessage(), anEvent(), end)).toBe('moved');
    expect(await flows.begin(flow, anIntent(), aMessage(), anEvent(), end - 1)).toBe('begun');
  });

  it('is closed to a key nobody has, to an expired flow, and to one that is executing', async () => {
    const { flows } = await make();
    const idle = await started(flows);
    const old = await started(flows, { startedAt: NOW - HOUR });
    const busy = await started(flows);
    await flows.begin(busy, anIntent(), aMessage(), anEvent(), NOW);
    const closed = { kind: 'flow-closed' };
    expect(await flows.reserve('nobody', aTryToll())).toEqual(closed);
    expect(await flows.reserve(idle.key, aTryToll({ now: idle.expiresAt }))).toEqual(closed);
    expect(await flows.reserve(old.key, aTryToll())).toEqual(closed);
    expect(await flows.reserve(busy.key, aTryToll())).toEqual(closed);
    expect((await flows.find(idle.key))?.tries).toBe(0);
  });
}

function codeAxis(make: MakeCentralStore): void {
  it('closes the flow to a code whose tries are used up, until another code is sent', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const toll = aTryToll({ method: 'email-code', perCode: 2 });
    await flows.issueCode(key, 'email-code', aCode(), aMessage(), NOW, 3);
    const answers = await atOnce(16, () => flows.reserve(key, toll));
    expect(countOf(answers, isReserved)).toBe(2);
    expect((await flows.find(key))?.codes['email-code']?.tries).toBe(2);
    expect((await flows.reserve(key, aTryToll({ perCode: 2 }))).kind).toBe('reserved');
    await flows.issueCode(key, 'email-code', aCode(), aMessage(), NOW, 3);
    expect((await flows.reserve(key, toll)).kind).toBe('reserved');
  });

  it('counts a try at a code that was never sent on the flow alone', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const answers = await atOnce(3, () => flows.reserve(key, aTryToll({ method: 'email-code', perFlow: 2 })));
    expect(countOf(answers, isReserved)).toBe(2);
    const flow = await flows.find(key);
    expect(flow?.tries).toBe(2);
    expect(flow?.codes).toEqual({});
  });
}
