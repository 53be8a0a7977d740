import { describe, expect, it } from 'vitest';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { EnrollmentChange } from '../../domain/ports/enrollment-store.ts';
import type { FlowStore } from '../../domain/ports/flow-store.ts';
import { type Person, personKey } from '../../domain/person.ts';
import type { Intent, Outcome } from '../../domain/recovery/flow.ts';
import {
  aFlow,
  aMessage,
  anEnrollment,
  anEvent,
  anIntent,
  anOutcome,
  aPerson,
  aTryToll,
  MINUTE,
  NOW,
} from '../support/stored-records.ts';
import { aFreeze } from '../support/stored-notes.ts';
import { atOnce, type CentralStore, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { begin, LATER, provenOnce, started } from './tried-flows.ts';

/** A change of the directory that is executing, and its settling. */
async function changing(flows: FlowStore, person: Person, changes: Partial<Intent> = {}, at = NOW) {
  const flow = await provenOnce(flows, { person });
  await flows.begin(flow, anIntent({ at, lookedAt: at, ...changes }), aMessage(), anEvent({ person }), at);
  const executing = (await flows.find(flow.key)) ?? flow;
  return (outcome: Partial<Outcome> & Pick<Outcome, 'result'>) =>
    flows.settle(executing, { ...anOutcome(outcome.result), ...outcome }, [], anEvent({ person }), []);
}

const guarded = (next: Enrollment, resetBefore = NOW - MINUTE): EnrollmentChange => ({
  next,
  seenVersion: next.version - 1,
  guard: { resetBefore },
  event: anEvent({ person: next.person }),
  carrier: { kind: 'errand' },
  notice: aMessage({ letter: { kind: 'methods-changed' } }),
});

const save = ({ enrollments }: CentralStore, person: Person, resetBefore?: number) =>
  enrollments.save(guarded(anEnrollment({ person }), resetBefore));

/** When somebody's password was reset, and what is held up after it. */
export function resetNotesContract(make: MakeCentralStore): void {
  describe('resets', () => {
    noting(make);
    notingOnAndOn(make);
    guarding(make);
    guardRaces(make);
  });
}

function noting(make: MakeCentralStore): void {
  it.each(['done', 'unknown'] as const)('notes a reset that is settled as %s', async (result) => {
    const { flows, notes } = await make();
    const person = aPerson();
    const settle = await changing(flows, person);
    expect((await notes.find(person)).resetAt).toBeUndefined();
    await settle({ result, at: LATER });
    expect(await notes.find(person)).toEqual({ resetAt: LATER, used: {} });
    expect(await notes.find(aPerson())).toEqual({ used: {} });
  });

  it.each([
    { action: 'reset', result: 'unchanged' },
    { action: 'unlock', result: 'done' },
    { action: 'change', result: 'done' },
  ] as const)('notes no reset of what is none: %o', async ({ action, result }) => {
    const { flows, notes } = await make();
    const person = aPerson();
    const settle = await changing(flows, person, { action });
    await settle({ action, result });
    expect(await notes.find(person)).toEqual({ used: {} });
  });
}

function notingOnAndOn(make: MakeCentralStore): void {
  it('remembers the last reset, whatever else is done for the person after it', async () => {
    const { flows, notes } = await make();
    const person = aPerson();
    await (
      await changing(flows, person)
    )({ result: 'done', at: NOW + 1 });
    await (
      await changing(flows, person, { action: 'unlock' }, NOW + 2)
    )({ action: 'unlock', result: 'done', at: NOW + 3 });
    expect((await notes.find(person)).resetAt).toBe(NOW + 1);
    const change = aFlow({
      person,
      state: 'executing',
      purpose: 'change',
      intent: anIntent({ lookedAt: NOW + 4 }),
    });
    expect(await flows.open(change, anEvent())).toBe('begun');
    expect((await notes.find(person)).resetAt).toBe(NOW + 1);
    await flows.settle(change, anOutcome('done', { action: 'change', at: NOW + 5 }), [], anEvent(), []);
    await (
      await changing(flows, person, {}, NOW + 6)
    )({ result: 'unknown', at: NOW + 7 });
    expect((await notes.find(person)).resetAt).toBe(NOW + 7);
  });
}

function guarding(make: MakeCentralStore): void {
  it('saves nothing for somebody who is frozen, and tells nobody', async () => {
    const store = await make();
    const person = aPerson();
    await store.notes.freeze(person, aFreeze(), anEvent(), []);
    expect(await save(store, person)).toBe('frozen');
    expect(await store.enrollments.find(person)).toBeUndefined();
    expect(await collected(store.trail.of(person))).toEqual([]);
    expect(await store.outbox.due(LATER, 10)).toEqual([]);
    await store.notes.unfreeze(person, anEvent(), []);
    expect(await save(store, person)).toBe('saved');
  });

  it('saves nothing until the reset is as long ago as is asked for, and not while one is being made', async () => {
    const store = await make();
    const person = aPerson();
    const settle = await changing(store.flows, person);
    expect(await save(store, person)).toBe('frozen');
    await settle({ result: 'done', at: LATER });
    expect(await save(store, person, LATER - 1)).toBe('frozen');
    // Another flow is at it meanwhile.
    await provenOnce(store.flows, { person });
    await begin(store.flows, await started(store.flows, { person }), LATER + 1);
    expect(await save(store, person, LATER - 1)).toBe('frozen');
    const other = aPerson();
    await (
      await changing(store.flows, other)
    )({ result: 'done', at: LATER });
    expect(await save(store, other, LATER)).toBe('saved');
  });

  it('is held up by no unlock, and by no reset that changed nothing', async () => {
    const store = await make();
    const [one, other] = [aPerson(), aPerson()];
    await (
      await changing(store.flows, one, { action: 'unlock' })
    )({ action: 'unlock', result: 'done' });
    await (
      await changing(store.flows, other)
    )({ result: 'unchanged' });
    expect([await save(store, one), await save(store, other)]).toEqual(['saved', 'saved']);
  });

  it('saves what has no guard, whatever is noted', async () => {
    const { notes, enrollments } = await make();
    const person = aPerson();
    await notes.freeze(person, aFreeze(), anEvent(), []);
    const { guard: _, ...change } = guarded(anEnrollment({ person }));
    expect(await enrollments.save(change)).toBe('saved');
  });

  it('forgets a method’s tries with the change that renews it, and not with one that was held up', async () => {
    const store = await make();
    const person = aPerson();
    const { key } = await started(store.flows, { person });
    const tries = async () => {
      const answer = await store.flows.reserve(key, aTryToll({ method: 'passkey' }));
      return answer.kind === 'reserved' ? answer.methodTries : answer.kind;
    };
    expect([await tries(), await tries()]).toEqual([1, 2]);
    const change = { ...guarded(anEnrollment({ person })), renews: ['passkey', 'sent-code'] as const };
    await store.notes.freeze(person, aFreeze(), anEvent(), []);
    expect(await store.enrollments.save(change)).toBe('frozen');
    expect(await tries()).toBe(3);
    await store.notes.unfreeze(person, anEvent(), []);
    expect(await store.enrollments.save(change)).toBe('saved');
    expect(await tries()).toBe(1);
  });

  it('says that somebody else was first, when they were', async () => {
    const store = await make();
    const person = aPerson();
    expect(await save(store, person)).toBe('saved');
    expect(await save(store, person)).toBe('conflict');
  });
}

function guardRaces(make: MakeCentralStore): void {
  it('saves nothing once somebody is frozen, of what is saved while they are being frozen', async () => {
    const store = await make();
    await atOnce(8, async () => {
      const person = aPerson();
      await provenOnce(store.flows, { person });
      const [froze, saved] = await Promise.all([
        store.notes.freeze(person, aFreeze(), anEvent(), []),
        save(store, person),
      ]);
      expect(froze).toBe(true);
      const version = saved === 'saved' ? 2 : 1;
      expect(['saved', 'frozen'], personKey(person)).toContain(saved);
      expect(await store.enrollments.save(guarded(anEnrollment({ person, version })))).toBe('frozen');
    });
  });

  it('saves one of 16 at once, guarded, while flows take the lease from each other', async () => {
    const store = await make();
    const person = aPerson();
    const own = await atOnce(4, () => provenOnce(store.flows, { person }));
    const [answers] = await Promise.all([
      atOnce(16, () => save(store, person)),
      ...own.map((flow) =>
        store.flows.begin(flow, anIntent({ action: 'unlock' }), aMessage(), anEvent(), NOW),
      ),
    ]);
    expect(countOf(answers, (saved) => saved === 'saved')).toBe(1);
    expect(countOf(answers, (saved) => saved === 'conflict')).toBe(15);
  });
}
