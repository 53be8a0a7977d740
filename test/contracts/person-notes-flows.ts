import { describe, expect, it } from 'vitest';
import type { PersonNotesStore } from '../../domain/ports/person-notes.ts';
import type { Person } from '../../domain/person.ts';
import { aFlow, anEvent, anIntent, aPerson } from '../support/stored-records.ts';
import { aFreeze } from '../support/stored-notes.ts';
import { atOnce, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { begin, LATER, plain, provenOnce, settleOf, started, triedOnce } from './tried-flows.ts';

const freeze = (notes: PersonNotesStore, person: Person) =>
  notes.freeze(person, aFreeze(), anEvent({ person }), []);
const lift = (notes: PersonNotesStore, person: Person) => notes.unfreeze(person, anEvent({ person }), []);

/** Nothing is changed for a person who is frozen, whatever was proven before or since. */
export function frozenFlowsContract(make: MakeCentralStore): void {
  describe('changes of a frozen person', () => {
    holdingUp(make);
    afterwards(make);
    races(make);
  });
}

function holdingUp(make: MakeCentralStore): void {
  it.each([
    ['was proven', provenOnce],
    ['nobody tried yet', started],
  ])('begins no flow that %s, spends nothing of it, and says nothing to the trail', async (_, aSuch) => {
    const { flows, notes, trail } = await make();
    const person = aPerson();
    const flow = await aSuch(flows, { person });
    await freeze(notes, person);
    expect(await begin(flows, flow)).toBe('frozen');
    expect(plain(await flows.find(flow.key))).toEqual(plain(flow));
    expect(await collected(trail.of(person))).toHaveLength(1);
  });

  it('begins none that was started or proven while it is frozen either', async () => {
    const { flows, notes } = await make();
    const person = aPerson();
    const tried = await triedOnce(flows, await started(flows, { person }));
    await freeze(notes, person);
    const proven = await flows.prove(tried, { method: 'security-answers', at: LATER }, LATER);
    expect(proven && (await begin(flows, proven, LATER))).toBe('frozen');
    expect(await begin(flows, await provenOnce(flows, { person }), LATER)).toBe('frozen');
  });

  it('opens no change of a known password, and keeps nothing of it', async () => {
    const { flows, notes, trail } = await make();
    const person = aPerson();
    await freeze(notes, person);
    const change = aFlow({ person, state: 'executing', purpose: 'change', intent: anIntent() });
    expect(await flows.open(change, anEvent({ person }))).toBe('frozen');
    expect(await flows.find(change.key)).toBeUndefined();
    expect(await collected(trail.of(person))).toHaveLength(1);
  });

  it('holds nobody else up', async () => {
    const { flows, notes } = await make();
    await freeze(notes, aPerson());
    expect(await begin(flows, await provenOnce(flows))).toBe('begun');
  });
}

function afterwards(make: MakeCentralStore): void {
  it.each(['done', 'unknown', 'unchanged'] as const)(
    'settles as %s what had begun before, and begins nothing after it',
    async (result) => {
      const { flows, notes } = await make();
      const person = aPerson();
      const [one, other] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
      expect(await begin(flows, one)).toBe('begun');
      expect(await freeze(notes, person)).toBe(true);
      await settleOf(flows, one, result);
      const open = (await flows.find(one.key)) ?? one;
      expect(await begin(flows, open, LATER)).toBe(result === 'unchanged' ? 'frozen' : 'moved');
      expect(await begin(flows, other, LATER)).toBe('frozen');
    },
  );

  it('goes on where it was once the freeze is lifted, one change at a time as ever', async () => {
    const { flows, notes } = await make();
    const person = aPerson();
    const [one, other] = [await provenOnce(flows, { person }), await provenOnce(flows, { person })];
    await freeze(notes, person);
    expect(await begin(flows, one)).toBe('frozen');
    await lift(notes, person);
    expect(await begin(flows, other)).toBe('begun');
    expect(await begin(flows, one)).toBe('person-busy');
    await settleOf(flows, other, 'unchanged');
    expect(await begin(flows, one, LATER)).toBe('begun');
    const later = aFlow({ person, state: 'executing', intent: anIntent({ lookedAt: LATER }) });
    expect(await flows.open(later, anEvent())).toBe('person-busy');
  });

  it('lets somebody begin who was frozen before they had any flow', async () => {
    const { flows, notes } = await make();
    const person = aPerson();
    await freeze(notes, person);
    const flow = await provenOnce(flows, { person });
    expect(await begin(flows, flow)).toBe('frozen');
    await lift(notes, person);
    expect(await begin(flows, flow)).toBe('begun');
  });
}

function races(make: MakeCentralStore): void {
  it('lets nothing begin once it is frozen, of flows that begin while it is being frozen', async () => {
    const { flows, notes } = await make();
    await atOnce(12, async (n) => {
      const person = aPerson();
      const flow = await provenOnce(flows, { person });
      const [answer] = await Promise.all(
        n % 2 === 0
          ? [begin(flows, flow), freeze(notes, person)]
          : [freeze(notes, person).then(() => begin(flows, flow))],
      );
      expect(n % 2 === 0 ? ['begun', 'frozen'] : ['frozen']).toContain(answer);
      if (answer === 'begun') await settleOf(flows, flow, 'unchanged');
      const open = (await flows.find(flow.key)) ?? flow;
      expect(await begin(flows, open, LATER)).toBe('frozen');
    });
  });

  it('freezes in the end, whatever flows take the lease from each other meanwhile', async () => {
    const { flows, notes } = await make();
    const person = aPerson();
    const own = await atOnce(6, () => provenOnce(flows, { person }));
    const [froze] = await Promise.all([freeze(notes, person), ...own.map((flow) => begin(flows, flow))]);
    expect(froze).toBe(true);
    const now = await Promise.all(own.map(({ key }) => flows.find(key)));
    const executing = now.filter((flow) => flow !== undefined).filter(({ state }) => state === 'executing');
    expect(executing.length).toBeLessThanOrEqual(1);
    for (const flow of executing) await settleOf(flows, flow, 'unchanged');
    const answers = await Promise.all(
      own.map(async ({ key }) => begin(flows, (await flows.find(key)) ?? aFlow(), LATER)),
    );
    expect(countOf(answers, (answer) => answer === 'frozen')).toBe(6);
  });
}
