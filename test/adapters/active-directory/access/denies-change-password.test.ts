import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deniesChangePassword } from '../../../../adapters/active-directory/access/denies-change-password.ts';

const SELF = '01010000000000050a000000';
const EVERYONE = '010100000000000100000000';
const ADMINISTRATORS = '01020000000000052000000020020000';
const CHANGE_PASSWORD = '531a72ab2f1ed011981900aa0040529b';
const RESET_PASSWORD = '709529006d24d011a76800aa006e0529';
const USER_CLASS = 'ba7a96bfe60dd011a28500aa003049e2';
const CONTROL_ACCESS = 0x100;

interface Ace {
  readonly type: number;
  readonly sid: string;
  readonly flags?: number;
  readonly mask?: number;
  readonly object?: string;
  readonly inherited?: string;
}

function ace({ type, sid, flags = 0, mask = CONTROL_ACCESS, object, inherited }: Ace): Buffer {
  const isObject = type === 5 || type === 6;
  const guids = `${object ?? ''}${inherited ?? ''}`;
  const present = (object ? 1 : 0) + (inherited ? 2 : 0);
  const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  const body = Buffer.concat([
    u32(mask),
    ...(isObject ? [u32(present)] : []),
    Buffer.from(guids + sid, 'hex'),
  ]);
  const head = Buffer.from([type, flags, 0, 0]);
  head.writeUInt16LE(4 + body.length, 2);
  return Buffer.concat([head, body]);
}

function descriptor(...aces: Ace[]): Buffer {
  const body = Buffer.concat(aces.map(ace));
  const acl = Buffer.from([4, 0, 0, 0, aces.length, 0, 0, 0]);
  acl.writeUInt16LE(8 + body.length, 2);
  const head = Buffer.alloc(20);
  head.set([1, 0, 0x04, 0x80]);
  head.writeUInt32LE(20, 16);
  return Buffer.concat([head, acl, body]);
}

const DENY = { type: 6, object: CHANGE_PASSWORD };

describe('“User cannot change password”', () => {
  it.each<[string, Ace]>([
    ['a deny of Change Password to SELF', { ...DENY, sid: SELF }],
    ['a deny of Change Password to Everyone', { ...DENY, sid: EVERYONE }],
    ['the same for users only', { ...DENY, sid: SELF, inherited: USER_CLASS }],
    ['a deny of every extended right', { type: 6, sid: EVERYONE }],
    ['a plain deny with control access', { type: 1, sid: SELF }],
  ])('is %s', (_, one) => {
    expect(deniesChangePassword(descriptor(one))).toBe(true);
    const before: Ace[] = [
      { type: 5, sid: SELF, object: CHANGE_PASSWORD },
      { type: 0, sid: ADMINISTRATORS },
    ];
    expect(deniesChangePassword(descriptor(...before, one))).toBe(true);
  });

  it.each<[string, Ace]>([
    ['an allow', { type: 5, sid: SELF, object: CHANGE_PASSWORD }],
    ['a deny of another right', { type: 6, sid: SELF, object: RESET_PASSWORD }],
    ['a deny to somebody else', { ...DENY, sid: ADMINISTRATORS }],
    ['a deny that is only for what lies below', { ...DENY, sid: SELF, flags: 0x08 }],
    ['a deny of writing', { ...DENY, sid: SELF, mask: 0x20 }],
  ])('is not %s', (_, one) => {
    expect(deniesChangePassword(descriptor(one))).toBe(false);
  });

  it('is not the mere absence of an allow', () => {
    expect(deniesChangePassword(descriptor())).toBe(false);
    expect(deniesChangePassword(Buffer.alloc(20))).toBe(false);
  });

  it('is read from any bytes without a crash, also from a descriptor cut short or bent', () => {
    const whole = descriptor({ type: 0, sid: ADMINISTRATORS }, { ...DENY, sid: SELF });
    const bent = fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255))
      .map(([length, at, value]) => {
        const copy = Buffer.from(whole);
        copy[at] = value;
        return copy.subarray(0, length);
      });
    const anything = fc.oneof(
      bent,
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        expect(typeof deniesChangePassword(bytes)).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });
});
