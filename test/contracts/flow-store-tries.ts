import { describe, expect, it } from 'vitest';
import type { FlowStore, Reservation } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import {
  aCode,
  aFlow,
  aMessage,
  anEvent,
  anIntent,
  aPerson,
  aStartToll,
  aTryToll,
  DAY,
  HOUR,
  MINUTE,
  NOW,
} from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';

const WINDOW = 15 * MINUTE;
const windowEnd = NOW + 10 * MINUTE;
const isReserved = (answer: Reservation): boolean => answer.kind === 'reserved';

async function started(flows: FlowStore, changes: Partial<Flow> = {}): Promise<Flow> {
  const flow = aFlow(changes);
  await flows.start(flow, aStartToll());
  return flow;
}

/** Counting tries: every axis, before anything is looked at. */
export function flowTriesContract(make: MakeCentralStore): void {
  describe('tries', () => {
    flowAxis(make);
    codeAxis(make);
    personAxis(make);
    methodAxis(make);
    windowEdges(make);
  });
}

function flowAxis(make: MakeCentralStore): void {
  it('counts a try and answers the flow with it, without moving its version', async () => {
    const { flows } = await make();
    const flow = await started(flows);
    const answer = await flows.reserve(flow.key, aTryToll());
    expect(answer).toEqual({ kind: 'reserved', flow: { ...flow, tries: 1 }, methodTries: 1 });
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
    await flows.issueCode(key, aCode(), aMessage(), NOW, 3);
    const answers = await atOnce(16, () => flows.reserve(key, toll));
    expect(countOf(answers, isReserved)).toBe(2);
    expect((await flows.find(key))?.code?.tries).toBe(2);
    expect((await flows.reserve(key, aTryToll({ perCode: 2 }))).kind).toBe('reserved');
    await flows.issueCode(key, aCode(), aMessage(), NOW, 3);
    expect((await flows.reserve(key, toll)).kind).toBe('reserved');
  });

  it('counts a try at a code that was never sent on the flow alone', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const answers = await atOnce(3, () => flows.reserve(key, aTryToll({ method: 'email-code', perFlow: 2 })));
    expect(countOf(answers, isReserved)).toBe(2);
    const flow = await flows.find(key);
    expect(flow?.tries).toBe(2);
    expect(flow?.code).toBeUndefined();
  });
}

function personAxis(make: MakeCentralStore): void {
  it("lets exactly the cap of a person through 64 tries at once over several of the person's flows", async () => {
    const { flows } = await make();
    const person = aPerson();
    const own = await atOnce(8, () => started(flows, { person }));
    const toll = aTryToll({ perPerson: { cap: 5, windowMs: WINDOW } });
    const answers = await atOnce(64, (index) => flows.reserve(own[index % 8]?.key ?? '', toll));
    expect(countOf(answers, isReserved)).toBe(5);
    const refused = answers.filter((answer) => !isReserved(answer));
    expect(refused).toEqual(refused.map(() => ({ kind: 'person-spent', retryAt: windowEnd })));
  });

  it('keeps the flow’s try counted when the person’s is refused', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const toll = aTryToll({ perPerson: { cap: 1, windowMs: WINDOW } });
    await flows.reserve(key, toll);
    await flows.reserve(key, toll);
    expect((await flows.find(key))?.tries).toBe(2);
  });

  it('does not let one person’s tries touch another’s', async () => {
    const { flows } = await make();
    const toll = aTryToll({ perPerson: { cap: 1, windowMs: WINDOW }, perMethod: 1 });
    const [one, other] = [await started(flows), await started(flows)];
    await flows.reserve(one.key, toll);
    expect((await flows.reserve(one.key, toll)).kind).toBe('person-spent');
    expect((await flows.reserve(other.key, toll)).kind).toBe('reserved');
  });
}

function methodAxis(make: MakeCentralStore): void {
  it('counts a method’s tries in a row, apart from other methods, until they are forgiven', async () => {
    const { flows } = await make();
    const flow = await started(flows);
    const tries = async (method: 'security-answers' | 'email-code') => {
      const answer = await flows.reserve(flow.key, aTryToll({ method }));
      return answer.kind === 'reserved' ? answer.methodTries : answer.kind;
    };
    expect([await tries('security-answers'), await tries('security-answers')]).toEqual([1, 2]);
    expect(await tries('email-code')).toBe(1);
    await flows.forgive(flow, 'security-answers');
    expect([await tries('security-answers'), await tries('email-code')]).toEqual([1, 2]);
  });

  it('forgives someone who never tried', async () => {
    const { flows } = await make();
    const flow = await started(flows);
    await flows.forgive(flow, 'email-code');
    expect(await flows.reserve(flow.key, aTryToll())).toMatchObject({ methodTries: 1 });
  });

  it('never admits a method again whose tries in a row are used up, in whatever window', async () => {
    const { flows } = await make();
    const person = aPerson();
    const flow = await started(flows, { person });
    const burst = await atOnce(64, () => flows.reserve(flow.key, aTryToll({ perMethod: 5 })));
    expect(countOf(burst, isReserved)).toBe(5);
    const later = await started(flows, { person, startedAt: NOW + DAY, expiresAt: NOW + DAY + WINDOW });
    const answer = await flows.reserve(later.key, aTryToll({ perMethod: 5, now: NOW + DAY }));
    if (answer.kind !== 'person-spent') throw new Error(answer.kind);
    expect(answer.retryAt).toBeGreaterThan(NOW + 1000 * 365 * DAY);
    await flows.forgive(flow, 'security-answers');
    expect((await flows.reserve(later.key, aTryToll({ perMethod: 5, now: NOW + DAY }))).kind).toBe(
      'reserved',
    );
  });

  it.each([{ perPerson: { cap: 0, windowMs: WINDOW } }, { perMethod: 0 }, { perFlow: 0 }])(
    'admits nothing where nothing is allowed: %o',
    async (nothing) => {
      const { flows } = await make();
      const { key } = await started(flows);
      expect((await flows.reserve(key, aTryToll(nothing))).kind).not.toBe('reserved');
    },
  );
}

function windowEdges(make: MakeCentralStore): void {
  it('may admit twice the cap across a window’s edge, and no more than the method’s count in a row', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const at = (now: number) => aTryToll({ now, perPerson: { cap: 5, windowMs: WINDOW }, perMethod: 7 });
    const before = await atOnce(32, () => flows.reserve(key, at(windowEnd - 1)));
    const after = await atOnce(32, () => flows.reserve(key, at(windowEnd)));
    expect([countOf(before, isReserved), countOf(after, isReserved)]).toEqual([5, 2]);
  });

  it('lets exactly the cap through a burst that opens a new window', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const at = (now: number) => aTryToll({ now, perPerson: { cap: 5, windowMs: WINDOW } });
    await atOnce(8, () => flows.reserve(key, at(NOW)));
    const answers = await atOnce(64, () => flows.reserve(key, at(windowEnd)));
    expect(countOf(answers, isReserved)).toBe(5);
  });

  it('counts a straggler, whose clock is still in the window before, in the newer one', async () => {
    const { flows } = await make();
    const { key } = await started(flows);
    const at = (now: number) => aTryToll({ now, perPerson: { cap: 2, windowMs: WINDOW } });
    expect((await flows.reserve(key, at(windowEnd))).kind).toBe('reserved');
    expect((await flows.reserve(key, at(windowEnd - 1))).kind).toBe('reserved');
    const full = { kind: 'person-spent', retryAt: windowEnd + WINDOW };
    expect(await flows.reserve(key, at(windowEnd - 1))).toEqual(full);
    expect(await flows.reserve(key, at(windowEnd))).toEqual(full);
  });
}
