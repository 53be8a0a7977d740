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
