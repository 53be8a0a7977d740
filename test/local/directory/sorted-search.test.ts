import { ServerSideSortingRequestControl } from 'ldapts';
import type { ServerSideSortingRequestValue } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { BASE, find, on, READER, saidOf } from './connect.ts';

let ad: LookAlike;
beforeAll(async () => {
  ad = await startLookAlike({ mostValues: 2 });
});
afterAll(() => ad.stop());

const PEOPLE = '(&(objectCategory=person)(mail=*))';
const sortOf = (value: ServerSideSortingRequestValue | ServerSideSortingRequestValue[], critical = true) =>
  new ServerSideSortingRequestControl({ critical, value });

async function sorted(sort: ServerSideSortingRequestControl, attribute: string, more = {}) {
  const entries = await find(ad, { filter: PEOPLE, attributes: [attribute], ...more }, [sort]);
  return entries.map((entry) => (Array.isArray(entry[attribute]) ? '' : String(entry[attribute])));
}
const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('a sorted search', () => {
  it.each([undefined, { pageSize: 4 }])('is in the order asked for, paged by %o', async (paged) => {
    const sort = sortOf({ attributeType: 'SAMACCOUNTNAME' });
    const names = await sorted(sort, 'sAMAccountName', paged ? { paged } : {});
    expect(names.length).toBeGreaterThan(15);
    expect(names).toEqual(names.toSorted(ascending));
    expect(sort.result).toEqual({ sortResult: 0 });
  });

  it('goes the other way, and by other attributes; who has none comes last', async () => {
    const names = await sorted(
      sortOf({ attributeType: 'sAMAccountName', reverseOrder: true }),
      'sAMAccountName',
    );
    expect(names).toEqual(names.toSorted((a, b) => ascending(b, a)));
    const languages = await sorted(sortOf({ attributeType: 'preferredLanguage' }), 'preferredLanguage');
    const some = languages.filter((language) => language !== '');
    expect(some.length).toBeGreaterThan(3);
    expect(languages).toEqual([
      ...some.toSorted(ascending),
      ...languages.filter((language) => language === ''),
    ]);
  });

  it('goes on from a name, and up to one', async () => {
    const filter =
      '(&(objectCategory=person)(sAMAccountName>=GRACE)(!(sAMAccountName=grace))(sAMAccountName<=Noah))';
    const names = await sorted(sortOf({ attributeType: 'sAMAccountName' }), 'sAMAccountName', { filter });
    expect(names[0]).toBe('Guest');
    expect(names.at(-1)).toBe('noah');
    expect(names).toContain('krbtgt');
  });

  it('is cut by a size limit before it is sorted, so that paging is the way to the first of all', async () => {
    const sort = { attributeType: 'sAMAccountName' };
    const cut = await sorted(sortOf(sort), 'sAMAccountName', { sizeLimit: 3 });
    expect(cut).toEqual(cut.toSorted(ascending));
    expect(cut).not.toEqual((await sorted(sortOf(sort), 'sAMAccountName')).slice(0, 3));
  });

  it.each([
    ['an attribute nobody knows', { attributeType: 'nosuchattribute' }, 16],
    ['a computed attribute', { attributeType: 'tokenGroups' }, 16],
    ['an ordering rule that is no language', { attributeType: 'cn', orderingRule: '2.5.13.3' }, 18],
    ['two attributes', [{ attributeType: 'sn' }, { attributeType: 'cn' }], 53],
  ])('by %s is refused, or answered unsorted when it was only wished', async (_, value, sortResult) => {
    expect(await saidOf(find(ad, { filter: PEOPLE }, [sortOf(value)]))).toMatch(/^12 /);
    const wish = sortOf(value, false);
    expect((await sorted(wish, 'cn')).length).toBeGreaterThan(15);
    expect(wish.result).toEqual({ sortResult });
  });

  it('holds ten searches of a connection in mind, and forgets the oldest', async () => {
    await on(ad, READER, async (client) => {
      const searches = Array.from({ length: 11 }, () =>
        client.searchPaginated(BASE, { scope: 'sub', filter: PEOPLE, paged: { pageSize: 3 } }),
      );
      for (const one of searches) await one.next();
      const [oldest, second] = searches;
      expect(await saidOf(oldest?.next() ?? Promise.resolve())).toMatch(/^53 00000057/);
      expect((await second?.next())?.value).toMatchObject({ searchEntries: { length: 3 } });
    });
  });
});

describe('an attribute of very many values', () => {
  const group = `CN=Latchkey-Users,OU=Groups,${BASE}`;
  const members = (attribute: string) =>
    find(ad, { base: group, scope: 'base', attributes: [attribute] }).then(([entry]) => entry);

  it('is shown in parts, under names that tell which', async () => {
    const first = await members('member');
    expect(first?.['member']).toEqual([]);
    expect(first?.['member;range=0-1']).toHaveLength(2);
    const next = await members('member;range=2-*');
    expect(next?.['member;range=2-3']).toHaveLength(2);
    expect(await members('member;Range=3-3')).toHaveProperty('member;range=3-3');
  });

  it('ends in a part that says so', async () => {
    const all: unknown[] = [];
    for (let low = 0; ; low += 2) {
      const entry = await members(`member;range=${low}-*`);
      const [name] = Object.keys(entry ?? {}).filter(
        (key) => key.startsWith(`member;range=${low}`) && key !== `member;range=${low}-*`,
      );
      all.push(...[entry?.[name ?? `member;range=${low}-*`] ?? []].flat());
      if (name === undefined) break;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(10);
  });
});
