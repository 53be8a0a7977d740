import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessEntry } from '../../../../adapters/active-directory/access/access-entry.ts';
import { securityDescriptorOf } from '../../../../adapters/active-directory/access/security-descriptor.ts';
import { encodeSecurityDescriptor, PART } from '../../../../local/directory/security-descriptor.ts';

const sid = fc
  .array(fc.nat(0xffff_ffff), { minLength: 1, maxLength: 15 })
  .map((parts) => `S-1-5-${parts.join('-')}`);
const guid = fc.uuid().map((text) => text.toLowerCase());
const entry: fc.Arbitrary<AccessEntry> = fc
  .record({
    allow: fc.boolean(),
    // Without the generic bits, which are turned into what they mean.
    mask: fc.nat(0x0fff_ffff),
    flags: fc.nat(0x1f),
    object: fc.option(guid, { nil: undefined }),
    inheritedBy: fc.option(guid, { nil: undefined }),
    sid,
  })
  .map(({ object, inheritedBy, ...rest }) => ({
    ...rest,
    ...(object !== undefined && { object }),
    ...(inheritedBy !== undefined && { inheritedBy }),
  }));
const list = fc.record({ sealed: fc.boolean(), aces: fc.array(entry, { maxLength: 20 }) });

describe('a security descriptor', () => {
  it('is read as it was written, every entry in its place', () => {
    fc.assert(
      fc.property(list, sid, fc.constantFrom(PART.dacl, 7), ({ sealed, aces }, owner, parts) => {
        const bytes = encodeSecurityDescriptor({ sealed, aces }, owner, parts);
        expect(securityDescriptorOf(bytes)).toEqual({ sealed, entries: aces, open: false });
      }),
      { numRuns: 500 },
    );
  });

  it('is read from any bytes without a crash, and never gives an entry that is not there', () => {
    const bent = fc
      .tuple(list, fc.nat(), fc.nat(), fc.nat(255))
      .map(([{ sealed, aces }, length, at, value]) => {
        const whole = encodeSecurityDescriptor({ sealed, aces }, 'S-1-5-32-544', 7);
        whole[at % whole.length] = value;
        return whole.subarray(0, length % (whole.length + 1));
      });
    const bytes = fc.oneof(
      bent,
      fc.uint8Array({ maxLength: 300 }).map((any) => Buffer.from(any)),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        // Each entry takes at least 16 bytes: a mask, a head and the shortest SID.
        expect(securityDescriptorOf(some).entries.length * 16).toBeLessThanOrEqual(some.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('without a list lets everybody do everything; bytes that are none let nobody do anything', () => {
    const without = Buffer.alloc(20);
    without.set([1, 0, 0, 0x80]);
    expect(securityDescriptorOf(without)).toMatchObject({ open: true, entries: [] });
    for (const none of [Buffer.alloc(0), Buffer.alloc(19), Buffer.alloc(20), Buffer.alloc(64, 0xff)])
      expect(securityDescriptorOf(none)).toMatchObject({ open: false, entries: [] });
  });

  it('has its generic rights turned into what they mean in a directory', () => {
    const aces = [{ allow: true, mask: 0x1000_0000, flags: 0, sid: 'S-1-5-11' }];
    const bytes = encodeSecurityDescriptor({ sealed: false, aces }, 'S-1-5-11', PART.dacl);
    expect(securityDescriptorOf(bytes).entries[0]?.mask).toBe(0xf_01ff);
  });
});
