import { assert, asyncProperty, array, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import { anErrand, anEvent, aPerson, HOUR, MINUTE, NOW } from '../support/stored-records.ts';
import { aFreeze } from '../support/stored-notes.ts';
import { atOnce, collected, countOf, type MakeCentralStore } from './central-store.ts';
import { frozenFlowsContract } from './person-notes-flows.ts';
import { resetNotesContract } from './person-notes-resets.ts';

/** What every store of notes of people promises. */
export function personNotesContract(name: string, make: MakeCentralStore): void {
  describe(`notes of people on ${name}`, () => {
    usingUp(make);
    freezing(make);
    overruling(make);
    lifting(make);
    frozenFlowsContract(make);
    resetNotesContract(make);
  });
}

function usingUp(make: MakeCentralStore): void {
  it('lets a value be used up once, of 50 that try at once', async () => {
    const { notes } = await make();
    const person = aPerson();
    const answers = await atOnce(50, () => notes.useUp(person, { name: 'totp', value: 59_000_000 }));
    expect(countOf(answers, (used) => used)).toBe(1);
    expect(await notes.find(person)).toEqual({ used: { totp: 59_000_000 } });
  });

  it('lets no value be used up that is not above every one before it, in whatever order they come', async () => {
    await assert(
      asyncProperty(array(integer({ min: 0, max: 9 }), { maxLength: 6 }), async (values) => {
        const { notes } = await make();
        const person = aPerson();
        let highest = -1;
        for (const value of values) {
          expect(await notes.useUp(person, { name: 'totp', value })).toBe(value > highest);
          highest = Math.max(highest, value);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('keeps what was used up apart by its name and by its person, and beside everything else that is noted', async () => {
    const { notes } = await make();
    const [person, other] = [aPerson(), aPerson()];
    const passkey = 'passkey:dGVzdC4tXzovIw';
    expect(await notes.useUp(person, { name: 'code#1', value: 1 })).toBe(true);
    expect(await notes.useUp(person, { name: passkey, value: 7 })).toBe(true);
    expect(await notes.useUp(other, { name: 'code#1', value: 1 })).toBe(true);
    await notes.freeze(person, aFreeze(), anEvent({ person }), []);
    expect(await notes.find(person)).toEqual({ frozen: aFreeze(), used: { 'code#1': 1, [passkey]: 7 } });
    expect(await notes.find(aPerson())).toEqual({ used: {} });
  });
}

function freezing(make: MakeCentralStore): void {
  it('freezes a person together with the event and the letters about it', async () => {
    const { notes, trail, outbox } = await make();
    const person = aPerson();
    const event = anEvent({ person, happening: { kind: 'self-service-frozen', by: 'person' } });
    const errands = [anErrand({ person }), anErrand({ person })];
    expect(await notes.freeze(person, aFreeze(), event, errands)).toBe(true);
    expect(await notes.find(person)).toEqual({ frozen: aFreeze(), used: {} });
    expect(await collected(trail.of(person))).toEqual([event]);
    const due = (await outbox.due(NOW, 10)).flatMap(({ messages }) => messages);
    expect(new Set(due)).toEqual(new Set(errands.map(({ message }) => message)));
  });

  it.each([[{ by: 'help-desk', contact: undefined, since: undefined }], [{ since: undefined }]] as const)(
    'keeps a freeze as it was made: %o',
    async (less) => {
      const { notes } = await make();
      const person = aPerson();
      const freeze = Object.fromEntries(
        Object.entries({ ...aFreeze(), ...less }).filter(([, value]) => value !== undefined),
      ) as unknown as ReturnType<typeof aFreeze>;
      await notes.freeze(person, freeze, anEvent({ person }), []);
      expect((await notes.find(person)).frozen).toEqual(freeze);
    },
  );

  it('freezes once, of 16 at once, with one event and one letter', async () => {
    const { notes, trail, outbox } = await make();
    const person = aPerson();
    const answers = await atOnce(16, () =>
      notes.freeze(person, aFreeze(), anEvent({ person }), [anErrand({ person })]),
    );
    expect(countOf(answers, (froze) => froze)).toBe(1);
    expect(await collected(trail.of(person))).toHaveLength(1);
    expect(await outbox.due(NOW, 100)).toHaveLength(1);
  });

  it('freezes nobody whom it could not tell of', async () => {
    const { notes, outbox, trail } = await make();
    const person = aPerson();
    const errand = anErrand({ person });
    await outbox.run(errand);
    await expect(notes.freeze(person, aFreeze(), anEvent({ person }), [errand])).rejects.toThrow(Failure);
    expect(await notes.find(person)).toEqual({ used: {} });
    expect(await collected(trail.of(person))).toEqual([]);
  });
}

function overruling(make: MakeCentralStore): void {
  it('lets the help desk take over what a person froze, once, and nobody what the help desk froze', async () => {
    const { notes, trail } = await make();
    const person = aPerson();
    const byDesk = (at: number) => ({ at, by: 'help-desk' }) as const;
    await notes.freeze(person, aFreeze(), anEvent({ person }), []);
    expect(await notes.freeze(person, aFreeze({ at: NOW + 1 }), anEvent({ person }), [])).toBe(false);
    const answers = await atOnce(8, () => notes.freeze(person, byDesk(NOW + HOUR), anEvent({ person }), []));
    expect(countOf(answers, (froze) => froze)).toBe(1);
    expect(await notes.freeze(person, aFreeze({ at: NOW + 2 * HOUR }), anEvent({ person }), [])).toBe(false);
    expect(await notes.find(person)).toEqual({ frozen: byDesk(NOW + HOUR), used: {} });
    expect(await collected(trail.of(person))).toHaveLength(2);
  });

  it('lifts the freeze it is meant for, and none that came in its place', async () => {
    const { notes } = await make();
    const person = aPerson();
    const { at } = aFreeze();
    await notes.freeze(person, aFreeze(), anEvent({ person }), []);
    await notes.freeze(person, { at: at + 1, by: 'help-desk' }, anEvent({ person }), []);
    expect(await notes.unfreeze(person, anEvent({ person }), [], at)).toBe(false);
    expect((await notes.find(person)).frozen?.by).toBe('help-desk');
    expect(await notes.unfreeze(person, anEvent({ person }), [], at + 1)).toBe(true);
  });
}

function lifting(make: MakeCentralStore): void {
  it('lifts a freeze with its event and its letters, notes when, and freezes again', async () => {
    const { notes, trail, outbox } = await make();
    const person = aPerson();
    await notes.freeze(person, aFreeze(), anEvent({ person }), []);
    const event = anEvent({ person, at: NOW + HOUR });
    const errand = anErrand({ person });
    expect(await notes.unfreeze(person, event, [errand])).toBe(true);
    expect(await notes.find(person)).toEqual({ liftedAt: NOW + HOUR, used: {} });
    expect(await collected(trail.of(person))).toHaveLength(2);
    expect((await outbox.due(NOW, 10)).map(({ messages }) => messages)).toEqual([[errand.message]]);
    const again = aFreeze({ at: NOW + 2 * HOUR });
    expect(await notes.freeze(person, again, anEvent({ person }), [])).toBe(true);
    expect(await notes.find(person)).toEqual({ frozen: again, liftedAt: NOW + HOUR, used: {} });
  });

  it('lifts nothing where nothing is frozen, and says nothing; of 16 at once, one lifts', async () => {
    const { notes, trail, outbox } = await make();
    const person = aPerson();
    expect(await notes.unfreeze(person, anEvent({ person }), [anErrand({ person })])).toBe(false);
    expect(await notes.find(person)).toEqual({ used: {} });
    expect(await outbox.due(NOW + MINUTE, 10)).toEqual([]);
    await notes.freeze(person, aFreeze(), anEvent({ person }), []);
    const answers = await atOnce(16, () => notes.unfreeze(person, anEvent({ person }), []));
    expect(countOf(answers, (lifted) => lifted)).toBe(1);
    expect(await collected(trail.of(person))).toHaveLength(2);
  });
}
