import { expect, it } from 'vitest';
import { aPerson, aTryToll, DAY, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';
import { isReserved, started } from './tried-flows.ts';

const WINDOW = 15 * MINUTE;
const windowEnd = NOW + 10 * MINUTE;

/** Tries as they count on the person, over flows and windows. */
export function personTriesContract(make: MakeCentralStore): void {
  personAxis(make);
  methodAxis(make);
  windowEdges(make);
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
