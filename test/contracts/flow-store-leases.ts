import { describe, expect, it } from 'vitest';
import type { Begun } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { aFlow, aPerson, HOUR, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { leaseOrderContract } from './flow-store-lease-order.ts';
import { begin, LATER, plain, provenOnce, settleOf, started, triedOnce } from './tried-flows.ts';

const isBegun = (answer: Begun): boolean => answer === 'begun';

/** Of one person's flows one executes at a time. */
export function flowLeasesContract(make: MakeCentralStore): void {
  describe('one change of a person at a time', () => {
    races(make);
    givingBack(make);
    leaseOrderContract(make);
  });
}

function races(make: MakeCentralStore): void {
  it.each([
    ['were proven', provenOnce],
    ['nobody tried yet', started],
  ])(
    'begins exactly one of 32 at once, of eight flows that %s, and the next once that is settled',
    async (_, aSuch) => {
      const { flows, trail } = await make();
      const person = aPerson();
      let [open, count] = [await atOnce(8, () => aSuch(flows, { person, expiresAt: NOW + HOUR })), 0];
      for (let at = NOW; open.length > 5; at += MINUTE) {
        const seen = open;
        const answers = await atOnce(32, (index) => begin(flows, seen[index % seen.length] ?? aFlow(), at));
        expect(countOf(answers, isBegun)).toBe(1);
        count += 1;
        expect(await collected(trail.of(person))).toHaveLength(count);
        const now = await Promise.all(seen.map(({ key }) => flows.find(key)));
        const executing = now.filter((flow) => flow?.state === 'executing');
        expect(executing).toHaveLength(1);
        open = now.filter((flow) => flow !== undefined).filter(({ state }) => state === 'open');
        for (const flow of executing) if (flow) await settleOf(flows, flow, 'done', at);
      }
      expect(count).toBe(3);
    },
  );

  it('tells the one that comes second that the person is busy, and leaves it as it was, with nothing spent', async () => {
    const { flows, trail } = await make();
    const person = aPerson();
    const [one, other] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
    expect(await begin(flows, other)).toBe('begun');
    expect(await begin(flows, one)).toBe('person-busy');
    expect(plain(await flows.find(one.key))).toEqual(plain(one));
    expect(await collected(trail.of(person))).toHaveLength(1);
  });

  it('keeps nobody else waiting', async () => {
    const { flows } = await make();
    const answers = await atOnce(8, async () => begin(flows, await provenOnce(flows)));
    expect(countOf(answers, isBegun)).toBe(8);
  });

  it('is not fooled by a proof that was being judged while another flow began', async () => {
    const { flows } = await make();
    const person = aPerson();
    const tried = await triedOnce(flows, await started(flows, { person }));
    const other = await provenOnce(flows, { person });
    expect(await begin(flows, other)).toBe('begun');
    const proven = await flows.prove(tried, { method: 'email-code', at: NOW }, NOW);
    expect(proven && (await begin(flows, proven))).toBe('person-busy');
  });
}

function givingBack(make: MakeCentralStore): void {
  it.each(['done', 'unknown', 'unchanged'] as const)(
    'is over with the flow that is settled as %s: another one begins',
    async (result) => {
      const { flows } = await make();
      const person = aPerson();
      const [one, other] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
      await begin(flows, one);
      expect(await begin(flows, other, LATER)).toBe('person-busy');
      await settleOf(flows, one, result);
      expect(await begin(flows, other, LATER)).toBe('begun');
    },
  );

  it('lets an unchanged flow begin again, unless another one began meanwhile; then after that', async () => {
    const { flows } = await make();
    const person = aPerson();
    const [one, other] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
    const seen = async ({ key }: Flow) => (await flows.find(key)) ?? aFlow();
    await begin(flows, one);
    await settleOf(flows, one, 'unchanged');
    expect(await begin(flows, await seen(one), LATER)).toBe('begun');
    await settleOf(flows, one, 'unchanged');
    expect(await begin(flows, other, LATER)).toBe('begun');
    expect(await begin(flows, await seen(one), LATER)).toBe('person-busy');
    await settleOf(flows, other, 'unchanged');
    expect(await begin(flows, await seen(one), LATER)).toBe('begun');
  });

  it('stays with a flow that is executing for however long', async () => {
    const { flows } = await make();
    const person = aPerson();
    await begin(flows, await provenOnce(flows, { person }));
    const muchLater = NOW + 48 * HOUR;
    const next = await started(flows, { person, startedAt: muchLater, expiresAt: muchLater + MINUTE });
    expect(await begin(flows, next, muchLater)).toBe('person-busy');
  });
}
