import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import { aCode, aMessage, aPerson, aSession, NOW, sealedAs } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';
import { signInsContract } from './session-store-sign-ins.ts';

/** What every session store promises. */
export function sessionStoreContract(name: string, make: MakeCentralStore): void {
  describe(`session store on ${name}`, () => {
    sessions(make);
    moves(make);
    signInsContract(make);
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
    const pendingAddress = {
      address: sealedAs('new@example.net'),
      hint: 'n…@example.net',
      code: aCode(),
      sends: 1,
    };
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
