import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../domain/policy/audience.ts';
import { filtersIn, matchOf } from '../../../domain/policy/user-configuration.ts';
import { anAudience, aUserConfiguration, EVERYONE } from '../../support/configured.ts';
import { anAccount, sidOf, STAFF } from '../../support/scripted-account.ts';

const SALES = { name: 'CORP\\Sales', sid: sidOf(1201) };
const VIPS = { name: 'CORP\\VIPs', sid: sidOf(1202) };
const inGroups = (...groups: readonly { readonly sid: string }[]) => ({
  ...anAccount('jo'),
  groups: groups.map(({ sid }) => sid),
  filters: [],
});
const sales = aUserConfiguration('sales', { include: anAudience({ groups: [SALES] }) });
const vips = aUserConfiguration('vips', { include: anAudience({ groups: [VIPS] }) });
const everyone = aUserConfiguration('everyone');
const idFor = (...given: Parameters<typeof matchOf>) => matchOf(...given)?.userConfiguration.id;

describe('the user configuration of a person', () => {
  it('is the first that includes them: the order decides', () => {
    const both = inGroups(SALES, VIPS);
    expect(idFor(both, [sales, vips, everyone])).toBe('sales');
    expect(idFor(both, [vips, sales, everyone])).toBe('vips');
    expect(idFor(both, [everyone, vips, sales])).toBe('everyone');
    expect(idFor(inGroups(VIPS), [sales, vips, everyone])).toBe('vips');
  });

  it('says why, in the words of the administrators', () => {
    expect(matchOf(inGroups(SALES), [sales, everyone])).toEqual({
      userConfiguration: sales,
      because: { by: 'group', group: SALES },
    });
  });

  it('is none that excludes them, whatever it includes, and then the next', () => {
    const namedJo = { name: 'CORP\\jo', guid: anAccount('jo').person.guid };
    const exclusions: readonly Partial<Audience>[] = [
      { users: [namedJo] },
      { groups: [SALES] },
      { units: [STAFF] },
      { everyone: true },
    ];
    for (const exclude of exclusions) {
      const but = { ...sales, include: { ...sales.include, users: [namedJo] }, exclude: anAudience(exclude) };
      expect(idFor(inGroups(SALES), [but, everyone])).toBe('everyone');
      expect(idFor(inGroups(SALES), [but])).toBeUndefined();
    }
  });

  it('is one that excludes others only', () => {
    const but = { ...everyone, exclude: anAudience({ groups: [VIPS], filter: '(title=Boss)' }) };
    expect(idFor(inGroups(SALES), [but])).toBe('everyone');
    expect(idFor({ ...inGroups(SALES), filters: ['(title=Boss)'] }, [but])).toBeUndefined();
  });

  const audience = fc.record({
    users: fc.constant([]),
    groups: fc.subarray([SALES, VIPS]),
    units: fc.constant([]),
    everyone: fc.boolean(),
  });
  const configurations = fc
    .array(fc.record({ include: audience, exclude: audience }), { maxLength: 6 })
    .map((rules) => rules.map((rule, at) => aUserConfiguration(String(at), rule)));
  const somebody = fc.subarray([SALES, VIPS]).map((groups) => inGroups(...groups));

  it('is never one that excludes them, and no earlier one would have had them', () => {
    fc.assert(
      fc.property(somebody, configurations, (candidate, rules) => {
        const id = idFor(candidate, rules);
        for (const rule of rules) {
          if (rule.id === id) return;
          // What alone would not match does not match in front either.
          expect(idFor(candidate, [rule])).toBeUndefined();
        }
        expect(id).toBeUndefined();
      }),
    );
  });

  it('stays the same whatever is put behind it', () => {
    fc.assert(
      fc.property(somebody, configurations, configurations, (candidate, rules, more) => {
        const found = matchOf(candidate, rules);
        if (found) expect(matchOf(candidate, [...rules, ...more])).toEqual(found);
      }),
    );
  });
});

describe('the filters the directory must judge', () => {
  it('are those of every include and exclude, each once', () => {
    const one = aUserConfiguration('one', {
      include: anAudience({ filter: '(a=1)' }),
      exclude: anAudience({ filter: '(b=2)' }),
    });
    const other = aUserConfiguration('other', {
      include: anAudience({ filter: '(a=1)' }),
      exclude: EVERYONE,
    });
    expect(filtersIn([one, other, everyone])).toEqual(['(a=1)', '(b=2)']);
    expect(filtersIn([])).toEqual([]);
  });
});
