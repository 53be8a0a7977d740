import { expect, it } from 'vitest';
import type { Errand } from '../../domain/ports/outbox.ts';
import { aMessage, anErrand, aPerson, DAY, HOUR, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, type CentralStore, countOf, type MakeCentralStore } from './central-store.ts';
import { idsOf, messagesOf, onlyParcel } from './parcels.ts';

/** Runs an errand, and has it sent at once. */
async function sent({ outbox }: CentralStore, errand: Errand): Promise<void> {
  expect(await outbox.run(errand)).toBe(true);
  const parcel = await onlyParcel({ outbox }, errand.message.queuedAt);
  await outbox.claim(parcel, errand.message.queuedAt, errand.message.queuedAt + MINUTE);
  await outbox.delivered(parcel, idsOf(parcel));
}

/** The same errand again, at another time. */
const again = (errand: Errand, at: number): Errand => ({
  ...errand,
  message: aMessage({ queuedAt: at }),
  forgottenAt: at + 30 * DAY,
});

/** An errand is run once until it is forgotten, and sent like anything else. */
export function errandsContract(make: MakeCentralStore): void {
  running(make);
  runningAgain(make);
}

function running(make: MakeCentralStore): void {
  it('queues an errand for its person', async () => {
    const { outbox } = await make();
    const person = aPerson();
    const errand = anErrand({ id: `register-again#7#${person.domain}/${person.guid}`, person });
    expect(await outbox.run(errand)).toBe(true);
    const carrier = { kind: 'errand', key: errand.id };
    expect(await outbox.due(NOW - 1, 10)).toEqual([]);
    expect(await outbox.due(NOW, 10)).toEqual([{ carrier, person, messages: [errand.message] }]);
  });

  it('queues the same errand once, of 16 at once', async () => {
    const store = await make();
    const errand = anErrand();
    const answers = await atOnce(16, () => store.outbox.run({ ...errand, message: aMessage() }));
    expect(countOf(answers, (queued) => queued)).toBe(1);
    expect((await onlyParcel(store)).messages).toHaveLength(1);
  });

  it('gives an errand to exactly one of 16 senders, and again once that one’s time is over', async () => {
    const store = await make();
    await store.outbox.run(anErrand());
    const parcel = await onlyParcel(store);
    const answers = await atOnce(16, () => store.outbox.claim(parcel, NOW, NOW + MINUTE));
    expect(countOf(answers, (claimed) => claimed)).toBe(1);
    expect(await store.outbox.due(NOW + MINUTE - 1, 10)).toEqual([]);
    expect(await store.outbox.due(NOW + MINUTE, 10)).toEqual([parcel]);
  });

  it('keeps an errand that could not be sent, for the end of the claim', async () => {
    const store = await make();
    await store.outbox.run(anErrand());
    const parcel = await onlyParcel(store);
    await store.outbox.claim(parcel, NOW, NOW + MINUTE);
    await store.outbox.delivered(parcel, []);
    expect(await store.outbox.due(NOW + MINUTE, 10)).toEqual([parcel]);
  });
}

function runningAgain(make: MakeCentralStore): void {
  it('does not run an errand again that was sent, until it is forgotten', async () => {
    const store = await make();
    const errand = anErrand({ forgottenAt: NOW + HOUR });
    await sent(store, errand);
    expect(await store.outbox.due(NOW + DAY, 10)).toEqual([]);
    expect(await store.outbox.run(again(errand, NOW + HOUR - 1))).toBe(false);
    expect(await store.outbox.due(NOW + DAY, 10)).toEqual([]);
    const second = again(errand, NOW + HOUR);
    expect(await store.outbox.run(second)).toBe(true);
    expect(messagesOf(await store.outbox.due(NOW + HOUR, 10))).toEqual([[second.message]]);
    expect(await store.outbox.run(again(errand, NOW + DAY))).toBe(false);
  });

  it('does not run an errand again that still waits to be sent, however long that takes', async () => {
    const store = await make();
    const errand = anErrand({ forgottenAt: NOW + HOUR });
    await store.outbox.run(errand);
    expect(await store.outbox.run(again(errand, NOW + DAY))).toBe(false);
    expect(messagesOf(await store.outbox.due(NOW + DAY, 10))).toEqual([[errand.message]]);
  });
}
