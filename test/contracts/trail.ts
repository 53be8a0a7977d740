import { describe, expect, it } from 'vitest';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { anEvent, aPerson, DAY, HOUR, NOW } from '../support/stored-records.ts';
import { collected, type MakeCentralStore } from './central-store.ts';

const times = (events: readonly TrailEvent[]) => events.map(({ at }) => at - NOW);

/** What every trail promises. */
export function trailContract(name: string, make: MakeCentralStore): void {
  describe(`trail on ${name}`, () => {
    it('gives back the events of one person, whole and oldest first', async () => {
      const { trail } = await make();
      const person = aPerson();
      const events = [3, 1, 2, 3 * DAY, -DAY].map((after) => anEvent({ person, at: NOW + after }));
      for (const event of events) await trail.append(event);
      await trail.append(anEvent());
      expect(await collected(trail.of(person))).toEqual(events.toSorted((a, b) => a.at - b.at));
      expect(await collected(trail.of(aPerson()))).toEqual([]);
    });

    it('gives back every event in a stretch of time, its start included and its end not', async () => {
      const { trail } = await make();
      for (const after of [-1, 0, 1, HOUR - 1, HOUR]) await trail.append(anEvent({ at: NOW + after }));
      expect(times(await collected(trail.between(NOW, NOW + HOUR)))).toEqual([0, 1, HOUR - 1]);
      expect(await collected(trail.between(NOW, NOW))).toEqual([]);
    });

    it('gives a busy day back in order, over days and midnights', async () => {
      const { trail } = await make();
      const midnight = Math.ceil(NOW / DAY) * DAY - NOW;
      const after = [...Array.from({ length: 40 }, (_, n) => (n * 7919) % 3_600_000), midnight - 1, midnight];
      for (const at of [...after, midnight + 2 * DAY]) await trail.append(anEvent({ at: NOW + at }));
      const found = times(await collected(trail.between(NOW - DAY, NOW + 4 * DAY)));
      expect(found).toEqual([...after, midnight + 2 * DAY].toSorted((a, b) => a - b));
    });

    it('gives it back newest first just as well', async () => {
      const { trail } = await make();
      const midnight = Math.ceil(NOW / DAY) * DAY - NOW;
      const after = Array.from({ length: 40 }, (_, n) => (n * 7919) % 3_600_000);
      const all = [...after, midnight - 1, midnight, midnight + 2 * DAY];
      for (const at of all) await trail.append(anEvent({ at: NOW + at }));
      const found = times(await collected(trail.between(NOW, NOW + midnight + 2 * DAY, 'newest-first')));
      expect(found).toEqual(all.slice(0, -1).toSorted((a, b) => b - a));
      expect(await collected(trail.between(NOW, NOW, 'newest-first'))).toEqual([]);
    });

    it('gives whoever seals every event of a stretch, oldest first, just as it was kept', async () => {
      const { trail } = await make();
      // With fields that only a later build knows, in places that this one reads closely.
      const person = { ...aPerson(), since: 'a later build' };
      const odd = anEvent({ person, at: NOW + 2, reference: '' });
      const events = [anEvent({ at: NOW }), anEvent({ at: NOW + 1 }), odd];
      for (const event of [...events, anEvent({ at: NOW - 1 }), anEvent({ at: NOW + DAY })].toReversed())
        await trail.append(event);
      expect(await collected(trail.rows(NOW, NOW + DAY))).toEqual(events.map((event) => ({ event })));
      expect(await collected(trail.rows(NOW, NOW))).toEqual([]);
    });

    it('puts events of one moment in the order of their ids', async () => {
      const { trail } = await make();
      const ids = Array.from({ length: 12 }, (_, n) => `event-${String((n * 7) % 12).padStart(2, '0')}`);
      for (const id of ids) await trail.append(anEvent({ id }));
      const idsFound = async (order: 'oldest-first' | 'newest-first') =>
        (await collected(trail.between(NOW, NOW + 1, order))).map(({ id }) => id);
      expect(await idsFound('oldest-first')).toEqual(ids.toSorted());
      expect(await idsFound('newest-first')).toEqual(ids.toSorted().toReversed());
    });

    it('gives back more events than one page holds, in either order', async () => {
      const { trail } = await make();
      const all = Array.from({ length: 1100 }, (_, n) => anEvent({ at: NOW + Math.floor(n / 3) }));
      for (let start = 0; start < all.length; start += 50)
        await Promise.all(all.slice(start, start + 50).map((event) => trail.append(event)));
      const oldestFirst = await collected(trail.between(NOW, NOW + DAY, 'oldest-first'));
      expect(new Set(oldestFirst.map(({ id }) => id)).size).toBe(1100);
      expect(await collected(trail.between(NOW, NOW + DAY, 'newest-first'))).toEqual(
        oldestFirst.toReversed(),
      );
    });

    it('gives back what has a reference, of whomever, oldest first', async () => {
      const { trail } = await make();
      const events = [3, 1, 2 * DAY, 2].map((after) => anEvent({ reference: 'R3FR-ENCE', at: NOW + after }));
      for (const event of events) await trail.append(event);
      await trail.append(anEvent());
      const found = await collected(trail.withReference('R3FR-ENCE'));
      expect(found).toEqual(events.toSorted((a, b) => a.at - b.at));
      expect(await collected(trail.withReference('R3FR'))).toEqual([]);
    });

    it('keeps who did it, and events without a reference', async () => {
      const { trail } = await make();
      const event = anEvent({ reference: '', by: { person: aPerson(), name: 'CORP\\alice' } });
      await trail.append(event);
      expect(await collected(trail.of(event.person))).toEqual([event]);
      expect(await collected(trail.withReference(''))).toEqual([]);
    });

    it('keeps an event once, however often it is appended, and writes over none', async () => {
      const { trail } = await make();
      const event = anEvent();
      await trail.append(event);
      await trail.append({ ...event, reference: 'ANOTHER' });
      expect(await collected(trail.between(NOW, NOW + 1))).toEqual([event]);
    });

    it('reads kinds of events that this build does not know', async () => {
      const { trail } = await make();
      const happening = { kind: 'from a later build', detail: 1 } as unknown as TrailEvent['happening'];
      const event = anEvent({ happening });
      await trail.append(event);
      expect(await collected(trail.of(event.person))).toEqual([event]);
    });
  });
}
