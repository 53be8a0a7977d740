import { expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { aFlow, aMessage, anEvent, anIntent, aPerson, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { begin, LATER, plain, provenOnce, settleOf } from './tried-flows.ts';

/** A change of a known password, born executing. */
const aChange = (flow: Partial<Flow>, lookedAt = NOW): Flow =>
  aFlow({ state: 'executing', purpose: 'change', intent: anIntent({ lookedAt }), ...flow });

/** Recoveries and changes of a known password in turn, and what each saw of the account before. */
export function leaseOrderContract(make: MakeCentralStore): void {
  changes(make);
  lookingBefore(make);
}

function changes(make: MakeCentralStore): void {
  it('holds for a change of a known password as for a recovery, whichever comes first', async () => {
    const { flows, trail } = await make();
    const person = aPerson();
    const recovery = await provenOnce(flows, { person });
    const change = aChange({ person });
    const event = anEvent({ person });
    expect(await flows.open(change, event)).toBe('begun');
    expect(await begin(flows, recovery, LATER)).toBe('person-busy');
    await settleOf(flows, change);
    expect(await begin(flows, recovery, LATER)).toBe('begun');
    const late = aChange({ person }, LATER);
    expect(await flows.open(late, anEvent({ person }))).toBe('person-busy');
    expect(await flows.find(late.key)).toBeUndefined();
    expect(await collected(trail.of(person))).toHaveLength(2);
  });

  it('opens exactly one of 16 changes at once', async () => {
    const { flows } = await make();
    const person = aPerson();
    const answers = await atOnce(16, () => flows.open(aChange({ person }), anEvent({ person })));
    expect(countOf(answers, (answer) => answer === 'begun')).toBe(1);
    expect(await flows.unsettled(NOW + 1, 99)).toHaveLength(1);
  });

  it('never opens a second flow under the same key', async () => {
    const { flows } = await make();
    const change = aChange({});
    await flows.open(change, anEvent());
    await expect(flows.open({ ...change, person: aPerson() }, anEvent())).rejects.toThrow(Failure);
    expect(plain(await flows.find(change.key))).toEqual(change);
  });

  it('begins no change that it could not write down, and leaves the lease where it was', async () => {
    const { flows } = await make();
    const person = aPerson();
    const [one, other] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
    const taken = anEvent();
    await flows.open(aChange({}), taken);
    await expect(flows.begin(other, anIntent(), aMessage(), taken, NOW)).rejects.toThrow(Failure);
    await expect(flows.open(aChange({ person }), taken)).rejects.toThrow(Failure);
    expect(await begin(flows, one)).toBe('begun');
  });
}

function lookingBefore(make: MakeCentralStore): void {
  it('does not begin with what it saw of the account before another flow was settled', async () => {
    const { flows } = await make();
    const person = aPerson();
    const [one, other] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
    await begin(flows, one);
    await settleOf(flows, one, 'done', NOW + MINUTE);
    expect(await begin(flows, other, LATER, NOW + MINUTE - 1)).toBe('person-busy');
    expect(await begin(flows, other, LATER, NOW + 2 * MINUTE)).toBe('begun');
  });

  it('does not even where it held the lease when it looked', async () => {
    const { flows } = await make();
    const person = aPerson();
    const [first, second] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
    await begin(flows, second, NOW + 2);
    await settleOf(flows, second, 'done', NOW + 3);
    expect(await begin(flows, first, NOW + 4, NOW + 1)).toBe('person-busy');
  });
}
