import { describe, expect, it } from 'vitest';
import {
  searchTrail,
  type TrailPage,
  type TrailSearch,
} from '../../../domain/administration/search-trail.ts';
import { administrator, DAY, wholeTrail } from '../../support/administering.ts';
import { aProduct, NOW, type Product } from '../../support/product.ts';
import { anEvent, aPerson } from '../../support/stored-records.ts';

const DAY_OF_TEST = { from: NOW - DAY, to: NOW + DAY };

/** Twelve events: four moments, three at each. */
async function withEvents(product: Product = aProduct()) {
  const alice = await administrator(product);
  const jo = aPerson();
  for (let i = 0; i < 12; i += 1)
    await product.ports.trail.append(
      anEvent({
        id: `event-${String(i).padStart(2, '0')}`,
        at: NOW + 1 + Math.floor(i / 3),
        ...(i % 4 === 0 && { person: jo }),
        reference: i === 5 ? 'K7Q2-M9XD' : 'AAAA-AAAA',
        happening: i % 2 === 0 ? { kind: 'signed-in' } : { kind: 'sign-in-refused', reason: 'wrong' },
      }),
    );
  product.clock.pass(DAY / 2);
  const search = (more: Partial<TrailSearch> = {}) =>
    searchTrail(product.ports, alice, { ...DAY_OF_TEST, limit: 100, ...more });
  return { product, alice, jo, search };
}
const ids = ({ events }: TrailPage) => events.map(({ id }) => id).filter((id) => id.startsWith('event-'));
const readings = async (product: Product) =>
  (await wholeTrail(product)).filter(({ happening }) => happening.kind === 'report-read');

describe('a search of the trail', () => {
  it('finds everything in a stretch of time, newest first', async () => {
    const { search } = await withEvents();
    const all = ids(await search());
    expect(all).toHaveLength(12);
    expect(all).toEqual(all.toSorted().toReversed());
    expect(ids(await search({ from: NOW + 2, to: NOW + 3 }))).toEqual(['event-05', 'event-04', 'event-03']);
  });

  it.each([1, 2, 5, 12])(
    'goes on page by page, %i at a time, and misses and repeats nothing',
    async (limit) => {
      const { search, jo } = await withEvents();
      for (const asked of [
        {},
        { person: jo },
        { reference: 'AAAA-AAAA' },
        { kinds: ['signed-in' as const] },
      ]) {
        const whole = ids(await search(asked));
        const found: string[] = [];
        let cursor: TrailSearch['cursor'];
        do {
          const page = await search({ ...asked, from: NOW + 1, limit, ...(cursor && { cursor }) });
          expect(page.events.length).toBeLessThanOrEqual(limit);
          found.push(...ids(page));
          cursor = page.next;
        } while (cursor);
        expect(found).toEqual(whole);
        expect(found.length).toBeGreaterThan(2);
      }
    },
  );

  it('finds the events of a reference whenever they were, however it is typed', async () => {
    const { search } = await withEvents();
    expect(ids(await search({ reference: ' k7q2-m9xd ', from: 0, to: 1 }))).toEqual(['event-05']);
  });

  it('finds what happened to a person, within the time', async () => {
    const { search, jo } = await withEvents();
    expect(ids(await search({ person: jo }))).toEqual(['event-08', 'event-04', 'event-00']);
    expect(ids(await search({ person: jo, to: NOW + 3 }))).toEqual(['event-04', 'event-00']);
  });

  it('finds the kinds that are asked for', async () => {
    const { search, jo } = await withEvents();
    expect(ids(await search({ kinds: ['sign-in-refused'] }))).toHaveLength(6);
    expect(ids(await search({ kinds: ['sign-in-refused'], person: jo }))).toEqual([]);
  });

  it('leaves its own trace once, not with each of its pages', async () => {
    const { product, alice, search } = await withEvents();
    const { next } = await search({ limit: 2 });
    await search({ limit: 2, cursor: next ?? expect.fail('no more') });
    expect(await readings(product)).toMatchObject([
      { by: alice.administrator, reference: alice.reference, happening: { report: 'trail' } },
    ]);
  });

  it('looks at a bounded number of events for one page, and says where it goes on', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const many = async function* many() {
      for (let i = 20_000; i > 0; i -= 1) yield anEvent({ id: 'x', at: NOW + i });
    };
    const ports = { ...product.ports, trail: { ...product.ports.trail, between: many } };
    const page = await searchTrail(ports, alice, {
      from: 0,
      to: NOW * 2,
      kinds: ['method-removed'],
      limit: 10,
    });
    expect(page).toEqual({ events: [], next: { at: NOW + 15_001, id: 'x' } });
  });
});
