import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Parcel } from '../../domain/ports/outbox.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import {
  aCode,
  aFlow,
  aMessage,
  aPerson,
  aSession,
  aStartToll,
  DAY,
  HOUR,
  MINUTE,
  NOW,
} from '../support/stored-records.ts';
import { atOnce, type CentralStore, countOf, type MakeCentralStore } from './central-store.ts';

const CAP = 1000;
const messagesOf = (parcels: readonly Parcel[]) => parcels.map(({ messages }) => messages);

async function flowWith({ flows }: CentralStore, ...outbox: QueuedMessage[]): Promise<Flow> {
  const flow = aFlow({ outbox });
  await flows.start(flow, aStartToll());
  return flow;
}

async function onlyParcel({ outbox }: CentralStore, now = NOW): Promise<Parcel> {
  const [parcel, ...others] = await outbox.due(now, 10);
  if (!parcel || others.length > 0) throw new Error('expected one parcel');
  return parcel;
}

/** What every outbox promises. */
export function outboxContract(name: string, make: MakeCentralStore): void {
  describe(`outbox on ${name}`, () => {
    due(make);
    claims(make);
    delivery(make);
    deliveryRaces(make);
    mayTell(make);
  });
}

function due(make: MakeCentralStore): void {
  it('lists what waits on flows and sessions, oldest first, as much as asked for, and nothing before its time', async () => {
    const store = await make();
    const [first, second, third, later] = [1, 2, 3, MINUTE].map((after) =>
      aMessage({ queuedAt: NOW + after }),
    );
    if (!first || !second || !third || !later) throw new Error('four messages');
    await flowWith(store, third);
    await store.sessions.create(aSession({ outbox: [first] }));
    await flowWith(store, second);
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

  it('gives nobody a parcel that was delivered, even if something new waits in its place', async () => {
    const store = await make();
    const flow = await flowWith(store, aMessage());
    const stale = await onlyParcel(store);
    await store.outbox.delivered(stale, idsOf(stale));
    expect(await store.outbox.claim(stale, NOW, NOW + MINUTE)).toBe(false);
    await store.flows.issueCode(flow.key, aCode(), aMessage(), NOW, CAP);
    expect(await store.outbox.claim(stale, NOW, NOW + MINUTE)).toBe(false);
  });
}

const idsOf = ({ messages }: Parcel): string[] => messages.map(({ id }) => id);

function delivery(make: MakeCentralStore): void {
  it('deletes what was sent, sealed bodies and all', async () => {
    const store = await make();
    const flow = await flowWith(store, aMessage(), aMessage());
    const parcel = await onlyParcel(store);
    await store.outbox.claim(parcel, NOW, NOW + MINUTE);
    await store.outbox.delivered(parcel, idsOf(parcel));
    expect((await store.flows.find(flow.key))?.outbox).toEqual([]);
    expect(await store.outbox.due(NOW + DAY, 10)).toEqual([]);
    await store.outbox.delivered(parcel, idsOf(parcel));
    await store.outbox.delivered(parcel, []);
  });

  it('keeps what could not be sent, for the end of the claim', async () => {
    const store = await make();
    await flowWith(store, aMessage(), aMessage({ queuedAt: NOW - 1 }));
    const parcel = await onlyParcel(store);
    const [sent, unsent] = parcel.messages;
    if (!sent || !unsent) throw new Error('two messages');
    await store.outbox.claim(parcel, NOW, NOW + MINUTE);
    await store.outbox.delivered(parcel, [sent.id]);
    expect(await store.outbox.due(NOW + MINUTE - 1, 10)).toEqual([]);
    expect(messagesOf(await store.outbox.due(NOW + MINUTE, 10))).toEqual([[unsent]]);
  });

  it('has what was queued during a delivery due at once after it', async () => {
    const store = await make();
    const flow = await flowWith(store, aMessage());
    const parcel = await onlyParcel(store);
    await store.outbox.claim(parcel, NOW, NOW + MINUTE);
    const meanwhile = aMessage({ queuedAt: NOW + 1 });
    await store.flows.issueCode(flow.key, aCode(), meanwhile, NOW, CAP);
    await store.outbox.delivered(parcel, idsOf(parcel));
    expect(messagesOf(await store.outbox.due(NOW + 1, 10))).toEqual([[meanwhile]]);
  });
}

function deliveryRaces(make: MakeCentralStore): void {
  it('loses nothing that is queued in the very moment of a delivery', async () => {
    const store = await make();
    const flow = await flowWith(store, aMessage());
    const parcel = await onlyParcel(store);
    const queued = Array.from({ length: 6 }, () => aMessage());
    await Promise.all([
      ...queued.map((message) => store.flows.issueCode(flow.key, aCode(), message, NOW, CAP)),
      store.outbox.delivered(parcel, idsOf(parcel)),
    ]);
    const left = (await onlyParcel(store, NOW + DAY)).messages.map(({ id }) => id);
    expect(left.toSorted()).toEqual(queued.map(({ id }) => id).toSorted());
  });

  it('has every message either delivered or due, whatever the order of queueing, claiming and delivering', async () => {
    const step = fc.oneof(
      fc.constant('queue' as const),
      fc.constant('claim' as const),
      fc.record({ deliver: fc.nat({ max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const store = await make();
        const flow = await flowWith(store);
        const waiting = new Set<string>();
        let now = NOW;
        let claimed: Parcel | undefined;
        for (const next of steps) {
          now += 1;
          if (next === 'queue') {
            const message = aMessage({ queuedAt: now });
            await store.flows.issueCode(flow.key, aCode(), message, now, CAP);
            waiting.add(message.id);
          } else if (next === 'claim') {
            const [parcel] = await store.outbox.due(now, 1);
            if (parcel && (await store.outbox.claim(parcel, now, now + MINUTE))) claimed = parcel;
          } else if (claimed) {
            const sent = idsOf(claimed).slice(0, next.deliver);
            await store.outbox.delivered(claimed, sent);
            for (const id of sent) waiting.delete(id);
          }
        }
        const left = await store.outbox.due(now + HOUR, 10);
        expect(left.flatMap(idsOf).toSorted()).toEqual([...waiting].toSorted());
      }),
      { numRuns: 15 },
    );
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
}
