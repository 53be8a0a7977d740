import { expect, it } from 'vitest';
import { requesterOf } from '../../../local/directory/access.ts';
import { dnKey } from '../../../local/directory/distinguished-name.ts';
import type { Filter } from '../../../local/directory/filter.ts';
import { manyPeople } from '../../../local/directory/many-people.ts';
import { scan } from '../../../local/directory/scan.ts';
import { seed } from '../../../local/directory/seed/seed.ts';
import { createWorld } from '../../../local/directory/world.ts';
import { CAST, DOMAIN } from '../../../local/people.ts';

const world = createWorld(seed(DOMAIN, [...CAST, ...manyPeople(5_000)], 133_000_000_000_000_000n), {
  domain: DOMAIN,
  policyHints: '2239',
  sorting: true,
  readOnly: false,
  mostValues: 1500,
  oldPasswordGraceMs: 0,
  now: Date.now,
  changed: () => undefined,
});
const equal = (
  attribute: string,
  value: string,
  kind: 'equal' | 'at-least' | 'at-most' = 'equal',
): Filter => ({
  kind,
  attribute,
  value: Buffer.from(value),
});
const person = equal('objectCategory', 'person');
const byName = { attribute: 'sAMAccountName', reverse: false };

/** The names found first, up to so many, and how many objects were looked at for them. */
function lookedAt(filter: Filter, most: number, sort?: typeof byName) {
  const base = world.find(dnKey(DOMAIN.base) ?? '');
  const reader = world.named(DOMAIN.reader.username);
  if (!base || !reader) throw new Error('the domain has a head and a reader');
  const request = {
    kind: 'search',
    base: DOMAIN.base,
    scope: 'sub',
    sizeLimit: 0,
    timeLimitSeconds: 0,
    typesOnly: false,
    filter,
    attributes: [],
  } as const;
  const names: string[] = [];
  let looks = 0;
  for (const found of scan(world, { base, request, requester: requesterOf(world, reader) }, sort)) {
    looks += 1;
    if (found) names.push(found.attributes['sAMAccountName']?.[0] ?? '');
    if (names.length >= most) break;
  }
  return { names, looks };
}

const EITHER: Filter = {
  kind: 'or',
  parts: [equal('userPrincipalName', 'p004999@corp.example.test'), equal('sAMAccountName', 'p004999')],
};

it('are the same ones every time, with names of their own', () => {
  const people = manyPeople(300);
  expect(manyPeople(300)).toEqual(people);
  for (const key of ['username', 'displayName', 'upn', 'mail'] as const)
    expect(new Set(people.map((one) => one[key])).size).toBe(300);
});

it.each([
  ['from the beginning', [person], 'ada'],
  ['from the middle', [person, equal('sAMAccountName', 'P002500', 'at-least')], 'p002500'],
])('are listed in order by a look at hardly more than the page, %s', (_, parts, first) => {
  const { names, looks } = lookedAt({ kind: 'and', parts }, 200, byName);
  expect(names[0]).toBe(first);
  expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  expect(names).toHaveLength(200);
  expect(looks).toBeLessThan(300);
});

it('are sought between two names without a look at the others', () => {
  const parts = [
    person,
    equal('sAMAccountName', 'p001000', 'at-least'),
    equal('sAMAccountName', 'p001099', 'at-most'),
  ];
  const { names, looks } = lookedAt(
    { kind: 'and', parts: [{ kind: 'and', parts }, equal('sn', 'Kaya')] },
    1_000,
  );
  expect(names).toHaveLength(10);
  expect(looks).toBe(100);
});

it.each([
  ['user name', equal('sAMAccountName', 'P004999')],
  ['principal name', equal('userPrincipalName', 'P004999@corp.EXAMPLE.test')],
  ['either', EITHER],
])('are found by %s at the first look', (_, filter) => {
  expect(lookedAt({ kind: 'and', parts: [person, filter] }, 10)).toEqual({
    names: ['p004999'],
    looks: 1,
  });
});

it('are found without an index all the same', () => {
  const parts = [person, equal('displayName', 'Ada Abadi 0')];
  expect(lookedAt({ kind: 'and', parts }, 10).names).toEqual(['p000000']);
});
