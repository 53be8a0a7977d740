import { describe, expect, it } from 'vitest';
import {
  aCode,
  aMessage,
  anErrand,
  aPerson,
  aSession,
  HOUR,
  MINUTE,
  NOW,
} from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';
import { errandsContract } from './outbox-errands.ts';
import { outboxDeliveryContract } from './outbox-delivery.ts';
import { textsContract } from './outbox-texts.ts';
import { flowWith, idsOf, messagesOf, onlyParcel } from './parcels.ts';

/** What every outbox promises. */
export function outboxContract(name: string, make: MakeCentralStore): void {
  describe(`outbox on ${name}`, () => {
    due(make);
    claims(make);
    outboxDeliveryContract(make);
    errandsContract(make);
    mayTell(make);
    textsContract(make);
  });
}

function due(make: MakeCentralStore): void {
  it('lists what waits on flows, sessions and errands, oldest first, as much as asked for, and nothing before its time', async () => {
    const store = await make();
    const [first, second, third, later] = [1, 2, 3, MINUTE].map((after) =>
      aMessage({ queuedAt: NOW + after }),
    );
    if (!first || !second || !third || !later) throw new Error('four messages');
    await flowWith(store, third);
    await store.sessions.create(aSession({ outbox: [first] }));
    await store.outbox.run(anErrand({ message: second }));
    await flowWith(store, later);
    await flowWith(store);
    expect(messagesOf(await store.outbox.due(NOW + 10, 10))).toEqual([[first], [second], [third]]);
    expect(messagesOf(await store.outbox.due(NOW + 10, 2))).toEqual([[first], [second]]);
    expect(messagesOf(await store.outbox.due(NOW, 10))).toEqual([]);
  });

  it('makes one parcel of all that waits on one flow, in the order it was queued', async () => {
    const store = await make();
    const messages = [1, 2, 3].map((after) => aMessage({ queuedAt: NOW + after }));
    await flowWith(store, ...messages.toReversed());
    expect(messagesOf(await store.outbox.due(NOW + 10, 10))).toEqual([messages]);
  });
}

function claims(make: MakeCentralStore): void {
  it('gives a parcel to exactly one of 32 senders', async () => {
    const store = await make();
    await flowWith(store, aMessage());
    const parcel = await onlyParcel(store);
    const answers = await atOnce(32, () => store.outbox.claim(parcel, NOW, NOW + MINUTE));
    expect(countOf(answers, (claimed) => claimed)).toBe(1);
    expect(await store.outbox.due(NOW + MINUTE - 1, 10)).toEqual([]);
  });

  it('offers a parcel again once its sender’s time is over', async () => {
    const store = await make();
    await flowWith(store, aMessage());
    const parcel = await onlyParcel(store);
    await store.outbox.claim(parcel, NOW, NOW + MINUTE);
    expect(await store.outbox.claim(parcel, NOW + MINUTE - 1, NOW + HOUR)).toBe(false);
    expect(await store.outbox.due(NOW + MINUTE, 10)).toEqual([parcel]);
    expect(await store.outbox.claim(parcel, NOW + MINUTE, NOW + HOUR)).toBe(true);
  });

  it('keeps a claimed row to its sender, also when something new is queued on it', async () => {
    const store = await make();
    const flow = await flowWith(store, aMessage());
    const parcel = await onlyParcel(store);
    await store.outbox.claim(parcel, NOW, NOW + MINUTE);
    await store.flows.issueCode(flow.key, 'email-code', aCode(), aMessage(), NOW, 3);
    expect(await store.outbox.due(NOW + MINUTE - 1, 10)).toEqual([]);
    expect(await store.outbox.claim(parcel, NOW + MINUTE - 1, NOW + HOUR)).toBe(false);
  });

  it('gives nobody a parcel that was delivered, even if something new waits in its place', async () => {
    const store = await make();
    const flow = await flowWith(store, aMessage());
    const stale = await onlyParcel(store);
    await store.outbox.delivered(stale, idsOf(stale));
    expect(await store.outbox.claim(stale, NOW, NOW + MINUTE)).toBe(false);
    await store.flows.issueCode(flow.key, 'email-code', aCode(), aMessage(), NOW, 3);
    expect(await store.outbox.claim(stale, NOW, NOW + MINUTE)).toBe(false);
  });
}

function mayTell(make: MakeCentralStore): void {
  it('tells one person exactly as often in an hour as allowed, of 32 at once', async () => {
    const { outbox } = await make();
    const person = aPerson();
    const answers = await atOnce(32, () => outbox.mayTell(person, NOW, 5));
    expect(countOf(answers, (may) => may)).toBe(5);
    expect(await outbox.mayTell(aPerson(), NOW, 5)).toBe(true);
    expect(await outbox.mayTell(person, NOW + HOUR, 5)).toBe(true);
    expect(await outbox.mayTell(aPerson(), NOW, 0)).toBe(false);
  });

  it('sends one person exactly as many notices by text in an hour, of 32 at once, and counts them apart from codes', async () => {
    const { outbox } = await make();
    const person = aPerson();
    const answers = await atOnce(32, () => outbox.mayNotify(person, NOW, 5));
    expect(countOf(answers, (may) => may)).toBe(5);
    expect(await outbox.mayTell(person, NOW, 1)).toBe(true);
    expect(await outbox.mayNotify(aPerson(), NOW, 5)).toBe(true);
    expect(await outbox.mayNotify(person, NOW + HOUR, 5)).toBe(true);
    expect(await outbox.mayNotify(aPerson(), NOW, 0)).toBe(false);
  });
}
