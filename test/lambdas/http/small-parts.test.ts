import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COOKIES, readCookies, setCookie } from '../../../lambdas/http/cookies.ts';
import { readOperation } from '../../../lambdas/http/operation.ts';
import { sourceBucket } from '../../../lambdas/http/source.ts';
import { anyText } from '../../support/any-text.ts';

describe('the bucket of a source', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:0000:0000:0000:0001', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ])('of %s is %s', (address, bucket) => {
    expect(sourceBucket(address)).toBe(bucket);
  });

  it('is the same for a whole /64, however its addresses are written, and another for the next', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), group, (groups, other) => {
        const written = (all: readonly number[]) => all.map((each) => each.toString(16)).join(':');
        const padded = groups.map((each) => each.toString(16).padStart(4, '0').toUpperCase()).join(':');
        expect(sourceBucket(padded)).toBe(sourceBucket(written(groups)));
        expect(sourceBucket(written([...groups.slice(0, 4), other, ...groups.slice(5)]))).toBe(
          sourceBucket(padded),
        );
        const next = [...groups.slice(0, 3), (groups[3] ?? 0) ^ 1, ...groups.slice(4)];
        expect(sourceBucket(written(next))).not.toBe(sourceBucket(padded));
      }),
    );
  });
});

describe('cookies', () => {
  it('are bound to this host, hidden from scripts, and never sent from elsewhere', () => {
    for (const name of Object.values(COOKIES)) {
      const cookie = setCookie({ name, value: 'x' });
      expect(cookie).toMatch(/^__Host-/);
      for (const part of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict'])
        expect(cookie.split('; ')).toContain(part);
      expect(cookie).not.toMatch(/Domain/i);
    }
  });

  it('end at once when they end', () => {
    expect(setCookie({ name: COOKIES.flow, value: undefined })).toMatch(
      /^__Host-latchkey-flow=; .*Max-Age=0$/,
    );
  });

  it('are read by name, and one that comes twice is none', () => {
    expect([...readCookies('a=1; b=2;c = 3 ;d')]).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
    expect(readCookies('a=1; b=2; a=1').has('a')).toBe(false);
    expect(readCookies('a=1; b=2; a=3').get('b')).toBe('2');
    expect(readCookies('a=1=2').get('a')).toBe('1=2');
    expect(readCookies(undefined).size).toBe(0);
  });

  it('never make reading break', () => {
    fc.assert(fc.property(anyText(), (header) => readCookies(header) instanceof Map));
  });
});

describe('the key of an operation', () => {
  it.each([
    ['abcdefgh', 'abcdefgh'],
    ['"abcdefgh"', 'abcdefgh'],
    ['x'.repeat(64), 'x'.repeat(64)],
    ['0b5f9d6e-7c1a-4a53-9d51-1f1c1f5e4f55', '0b5f9d6e-7c1a-4a53-9d51-1f1c1f5e4f55'],
  ])('may be %s', (given, operation) => {
    expect(readOperation(given)).toBe(operation);
  });

  it.each([
    undefined,
    '',
    'short',
    'x'.repeat(65),
    'with blanks here',
    'quo"te-inside',
    'ümlaut-xx',
    'line\nbreaks',
  ])('may not be %j', (given) => {
    expect(() => readOperation(given)).toThrow('operation-missing');
  });
});
