import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserConfiguration } from '../../client/client.ts';
import { moved } from '../../console/parts/ordering.ts';
import { shadowedBy, withNew } from '../../console/user-configurations/order.ts';

const nobody = { users: [], groups: [], units: [] };
const rule = { offered: false, required: [], optional: [], minimumOptional: 0 };
const configuration = (id: string, parts: Partial<UserConfiguration>): UserConfiguration => ({
  id,
  name: id.toUpperCase(),
  include: nobody,
  exclude: nobody,
  actions: { unlock: rule, reset: rule },
  ...parts,
});
const everyone = configuration('everyone', { include: { ...nobody, everyone: true } });
const some = configuration('some', { include: { ...nobody, filter: '(a=b)' } });
const mostly = configuration('mostly', {
  ...everyone,
  exclude: { ...nobody, units: ['OU=VIP'] },
  id: 'mostly',
});
const ids = (all: readonly UserConfiguration[]) => all.map(({ id }) => id);

describe('a new user configuration', () => {
  test('comes where somebody can fall under it: before the one that takes everyone', () => {
    expect(ids(withNew([mostly, everyone], some))).toEqual(['mostly', 'some', 'everyone']);
  });
  test('comes last where nothing takes everyone', () => {
    expect(ids(withNew([mostly], some))).toEqual(['mostly', 'some']);
  });
});

test('a user configuration under which nobody falls names the one that takes everyone before it', () => {
  expect(shadowedBy([mostly, everyone, some], 'some')).toBe('EVERYONE');
  expect(shadowedBy([mostly, some, everyone], 'some')).toBeUndefined();
  expect(shadowedBy([mostly, everyone], 'everyone')).toBeUndefined();
});

test('whatever is moved up and down again is where it was, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), (items, at) => {
      const index = at % items.length;
      const item = items[index];
      const up = moved(items, (one) => one === item, -1);
      expect(new Set(up)).toEqual(new Set(items));
      expect(up.indexOf(item ?? 0)).toBe(Math.max(0, index - 1));
      if (index > 0) expect(moved(up, (one) => one === item, 1)).toEqual(items);
    }),
  );
});
