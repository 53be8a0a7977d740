import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockedBy, type BlockEntry } from '../../../domain/policy/block-list.ts';
import { blockOf, blockOfGroup } from '../../support/configured.ts';
import { NOW } from '../../support/product.ts';
import { anAccount, sidOf } from '../../support/scripted-account.ts';

const CONTRACTORS = sidOf(1301);
const jo = anAccount('jo', { groups: [sidOf(513), CONTRACTORS] });
const at = (ms: number) => new Date(ms).toISOString();
const isBlocked = (list: readonly BlockEntry[], now = NOW) => blockedBy(jo, list, now) !== undefined;

describe('the block list', () => {
  it('blocks whoever is named, and the members of a group that is, and tells which entry it was', () => {
    const [byName, byGroup] = [blockOf(jo), blockOfGroup(CONTRACTORS)];
    expect(blockedBy(jo, [byName], NOW)).toBe(byName);
    expect(blockedBy(jo, [blockOf(anAccount('ann')), byGroup], NOW)).toBe(byGroup);
    expect(isBlocked([])).toBe(false);
    expect(isBlocked([blockOf(anAccount('ann')), blockOfGroup(sidOf(1302))])).toBe(false);
  });

  it('blocks in any spelling of the ids', () => {
    const named = { reason: '', user: { name: 'CORP\\jo', guid: jo.person.guid.toUpperCase() } };
    expect(isBlocked([named])).toBe(true);
    expect(isBlocked([blockOfGroup(CONTRACTORS.toLowerCase())])).toBe(true);
  });

  it('blocks until the end date, to the millisecond, in whatever time zone it is written', () => {
    const until = blockOf(jo, at(NOW));
    expect(isBlocked([until], NOW - 1)).toBe(true);
    expect(isBlocked([until], NOW)).toBe(false);
    const inTokyo = blockOf(jo, '2100-01-04T21:05:00+09:00');
    expect(isBlocked([inTokyo], NOW - 1)).toBe(true);
    expect(isBlocked([inTokyo], NOW)).toBe(false);
  });

  it('blocks for ever where no end is said', () => {
    expect(isBlocked([blockOf(jo)], Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  it('blocks for ever where the end cannot be read, rather than not at all', () => {
    const unreadable = fc.string().filter((text) => Number.isNaN(Date.parse(text)));
    fc.assert(
      fc.property(unreadable, fc.integer({ min: 0 }), (until, now) => {
        expect(isBlocked([blockOf(jo, until)], now)).toBe(true);
        expect(isBlocked([blockOfGroup(CONTRACTORS, until)], now)).toBe(true);
      }),
    );
  });

  it('blocks by a later entry though an earlier one has ended', () => {
    expect(isBlocked([blockOf(jo, at(NOW - 1)), blockOfGroup(CONTRACTORS)])).toBe(true);
  });

  it('blocks more the longer it is, never less', () => {
    const entry = fc.constantFrom(
      blockOf(jo),
      blockOf(jo, at(NOW - 1)),
      blockOf(anAccount('ann')),
      blockOfGroup(CONTRACTORS, at(NOW + 1)),
      blockOfGroup(sidOf(1302)),
    );
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (some, more) => {
        expect(isBlocked([...more, ...some])).toBe(isBlocked(some) || isBlocked(more));
      }),
    );
  });
});
