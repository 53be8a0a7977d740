import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import {
  aCode,
  aMessage,
  aPerson,
  aSession,
  aSignInToll,
  HOUR,
  MINUTE,
  NOW,
  sealedAs,
} from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';

/** What every session store promises. */
export function sessionStoreContract(name: string, make: MakeCentralStore): void {
  describe(`session store on ${name}`, () => {
    sessions(make);
    moves(make);
    signIns(make);
    signInsOverTime(make);
  });
}

function sessions(make: MakeCentralStore): void {
  it('keeps a session as it was created, and knows no other', async () => {
    const store = (await make()).sessions;
    const session = aSession({ mail: 'jo@example.net', outbox: [aMessage()] });
    await store.create(session);
    expect(await store.find(session.key)).toEqual(session);
    expect(await store.find('another')).toBeUndefined();
  });

  it('never creates a second session under the same key', async () => {
    const store = (await make()).sessions;
    const session = aSession();
    await store.create(session);
    await expect(store.create({ ...session, person: aPerson() })).rejects.toThrow(Failure);
    expect(await store.find(session.key)).toEqual(session);
  });
}

function moves(make: MakeCentralStore): void {
  it('replaces a session by the next, with what it takes away and what it queues', async () => {
    const { sessions: store, outbox } = await make();
    const pendingAddress = { address: sealedAs('new@example.net'), code: aCode(), sends: 1 };
    const session = aSession({ pendingAddress });
    await store.create(session);
    const { pendingAddress: _, ...rest } = session;
    const next = { ...rest, version: 2, ended: true };
    const message = aMessage();
    expect(await store.replace(session, next, message)).toBe(true);
    expect(await store.find(session.key)).toEqual({ ...next, outbox: [message] });
    const carrier = { kind: 'session', key: session.key };
    expect(await outbox.due(NOW, 10)).toEqual([{ carrier, person: session.person, messages: [message] }]);
  });

  it('replaces a session once, of 16 that saw the same one', async () => {
    const { sessions: store, outbox } = await make();
    const session = aSession();
    await store.create(session);
    const answers = await atOnce(16, () => store.replace(session, { ...session, version: 2 }, aMessage()));
    expect(countOf(answers, (replaced) => replaced)).toBe(1);
    expect((await store.find(session.key))?.version).toBe(2);
    expect((await outbox.due(NOW, 10))[0]?.messages).toHaveLength(1);
  });

  it('replaces nothing where there is no session', async () => {
    const { sessions: store } = await make();
    const session = aSession();
    expect(await store.replace(session, { ...session, version: 2 })).toBe(false);
    expect(await store.find(session.key)).toBeUndefined();
  });

  it('leaves the outbox to its own writes: nothing sent comes back, nothing queued is lost', async () => {
    const { sessions: store, outbox } = await make();
    const [sent, waiting] = [aMessage(), aMessage()];
    const seen = aSession({ outbox: [sent, waiting] });
    await store.create(seen);
    const [parcel] = await outbox.due(NOW, 1);
    if (parcel) await outbox.delivered(parcel, [sent.id]);
    expect(await store.replace(seen, { ...seen, version: 2, outbox: [] })).toBe(true);
    expect((await store.find(seen.key))?.outbox).toEqual([waiting]);
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

  it('lets exactly the cap through a burst after the count is forgotten', async () => {
    const { trial } = await trials();
    for (let n = 0; n < cap; n += 1) await trial(0);
    const answers = await atOnce(32, () => trial(15));
    expect(countOf(answers, (answer) => answer === 'reserved')).toBe(cap);
  });
}
