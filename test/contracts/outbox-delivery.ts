import { array, assert, asyncProperty, constant, nat, oneof, record } from 'fast-check';
import { expect, it } from 'vitest';
import type { Parcel } from '../../domain/ports/outbox.ts';
import { aCode, aMessage, DAY, HOUR, MINUTE, NOW } from '../support/stored-records.ts';
import type { MakeCentralStore } from './central-store.ts';
import { flowWith, idsOf, messagesOf, onlyParcel } from './parcels.ts';

/** Any number of codes: here the outbox matters, not the flow's limit. */
const CAP = 1000;

/** What was sent goes, and nothing else does. */
export function outboxDeliveryContract(make: MakeCentralStore): void {
  delivery(make);
  deliveryRaces(make);
}

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
    await store.flows.issueCode(flow.key, 'email-code', aCode(), meanwhile, NOW, CAP);
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
      ...queued.map((message) => store.flows.issueCode(flow.key, 'email-code', aCode(), message, NOW, CAP)),
      store.outbox.delivered(parcel, idsOf(parcel)),
    ]);
    const left = (await onlyParcel(store, NOW + DAY)).messages.map(({ id }) => id);
    expect(left.toSorted()).toEqual(queued.map(({ id }) => id).toSorted());
  });

  it('has every message either delivered or due, whatever the order of queueing, claiming and delivering', async () => {
    const step = oneof(
      constant('queue' as const),
      constant('claim' as const),
      record({ deliver: nat({ max: 3 }) }),
    );
    await assert(
      asyncProperty(array(step, { maxLength: 8 }), async (steps) => {
        const store = await make();
        const flow = await flowWith(store);
        const waiting = new Set<string>();
        let now = NOW;
        let claimed: Parcel | undefined;
        for (const next of steps) {
          now += 1;
          if (next === 'queue') {
            const message = aMessage({ queuedAt: now });
            await store.flows.issueCode(flow.key, 'email-code', aCode(), message, now, CAP);
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
