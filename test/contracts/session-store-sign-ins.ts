import { describe, expect, it } from 'vitest';
import { aPerson, aSignInToll, HOUR, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';

/** Counting password trials, before the bind. */
export function signInsContract(make: MakeCentralStore): void {
  describe('password trials', () => {
    signIns(make);
    signInsOverTime(make);
  });
}

function signIns(make: MakeCentralStore): void {
  it('lets exactly the cap of a person through 64 trials at once, from many sources', async () => {
    const store = (await make()).sessions;
    const person = aPerson();
    const answers = await atOnce(64, (index) =>
      store.reserveSignIn(
        aSignInToll({ person, source: `192.0.2.${index}`, perPerson: { cap: 5, windowMs: HOUR } }),
      ),
    );
    expect(countOf(answers, (answer) => answer === 'reserved')).toBe(5);
  });

  it('lets exactly the cap of a source through 64 trials at once, on many people', async () => {
    const store = (await make()).sessions;
    const answers = await atOnce(64, () =>
      store.reserveSignIn(aSignInToll({ perSource: { cap: 5, windowMs: HOUR } })),
    );
    expect(countOf(answers, (answer) => answer === 'reserved')).toBe(5);
  });

  it('takes nothing from a person for a trial that the source may not make, nor the other way round', async () => {
    const store = (await make()).sessions;
    const person = aPerson();
    const two = { cap: 2, windowMs: HOUR };
    const trial = (who: typeof person, source: string) =>
      store.reserveSignIn(aSignInToll({ person: who, source, perPerson: two, perSource: two }));
    await trial(aPerson(), 'full');
    await trial(aPerson(), 'full');
    for (let n = 0; n < 4; n += 1) expect(await trial(person, 'full')).toBe('too-many');
    expect([await trial(person, 'free'), await trial(person, 'wide')]).toEqual(['reserved', 'reserved']);
    for (let n = 0; n < 4; n += 1) expect(await trial(person, 'free')).toBe('too-many');
    expect(await trial(aPerson(), 'free')).toBe('reserved');
  });

  it.each(['perPerson', 'perSource'])('lets nobody try a password with an empty %s budget', async (axis) => {
    const store = (await make()).sessions;
    const toll = aSignInToll({ [axis]: { cap: 0, windowMs: HOUR } });
    expect(await store.reserveSignIn(toll)).toBe('too-many');
  });
}

function signInsOverTime(make: MakeCentralStore): void {
  const cap = 3;
  const windowMs = 15 * MINUTE;
  const trials = async () => {
    const store = (await make()).sessions;
    const person = aPerson();
    const trial = (minutes: number) =>
      store.reserveSignIn(aSignInToll({ person, now: NOW + minutes * MINUTE, perPerson: { cap, windowMs } }));
    return { trial, forgive: () => store.forgiveSignIns(person) };
  };

  it('forgets a person’s trials once a password was right', async () => {
    const { trial, forgive } = await trials();
    for (let n = 0; n < cap; n += 1) await trial(0);
    expect(await trial(0)).toBe('too-many');
    await forgive();
    expect(await trial(0)).toBe('reserved');
  });

  it('never lets more than the cap through in any stretch as long as the window, as the directory counts', async () => {
    const { trial } = await trials();
    const at = [0, 8, 14, 15, 22, 28, 29, 30, 43, 44];
    const answers: string[] = [];
    for (const minutes of at) answers.push(await trial(minutes));
    const admitted = at.filter((_, n) => answers[n] === 'reserved');
    expect(admitted).toEqual([0, 8, 14, 29, 30, 43]);
  });

  it('forgets trials that lie a window back, even where they were few', async () => {
    const { trial } = await trials();
    const answers: string[] = [];
    for (const minutes of [0, 1, 16, 17, 18]) answers.push(await trial(minutes));
    expect(answers).toEqual(answers.map(() => 'reserved'));
    expect(await trial(19)).toBe('too-many');
  });

  it('lets exactly the cap through a burst after the count is forgotten', async () => {
    const { trial } = await trials();
    for (let n = 0; n < cap; n += 1) await trial(0);
    const answers = await atOnce(32, () => trial(15));
    expect(countOf(answers, (answer) => answer === 'reserved')).toBe(cap);
  });
}
