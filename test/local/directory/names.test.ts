import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dnKey, isWithin, leafValue, parentKey, rdn } from '../../../local/directory/distinguished-name.ts';
import { fold } from '../../../local/directory/fold.ts';
import { decodeGuid, encodeGuid } from '../../../local/directory/guid.ts';
import { decodeSid, encodeSid } from '../../../local/directory/security-identifier.ts';

describe('distinguished names', () => {
  it('survive being written and read, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (value) => {
        const dn = `${rdn('CN', value)},OU=Staff`;
        expect(leafValue(dn)).toBe(value);
        expect(parentKey(dnKey(dn) ?? '')).toBe(dnKey('OU=Staff'));
      }),
    );
  });

  it.each([
    ['case and blanks', 'cn=A  b , ou=STAFF', 'CN=a b,OU=Staff'],
    ['hexadecimal escapes', String.raw`CN=Tom\C3\A1s,OU=Staff`, 'CN=Tomás,OU=Staff'],
    ['escaped commas', String.raw`CN=O'Brien\, Pat \(Ext\) \#1`, String.raw`CN=O'Brien\2C Pat (Ext) #1`],
    ['quotation marks', 'CN="O\'Brien, Pat"', String.raw`CN=O'Brien\, Pat`],
  ])('are the same apart from %s', (_, one, other) => {
    expect(dnKey(one)).toBe(dnKey(other));
  });

  it.each(['nonsense', 'CN', 'CN=x,', '=x', 'CN=x,y'])('are not: %s', (text) => {
    expect(dnKey(text)).toBeUndefined();
  });

  it('lie within what ends them, step by step', () => {
    const key = dnKey('CN=a,OU=Staff,DC=corp') ?? '';
    expect(isWithin(key, dnKey('OU=Staff,DC=corp') ?? '')).toBe(true);
    expect(isWithin(key, dnKey('OU=aff,DC=corp') ?? '')).toBe(false);
    expect(isWithin(dnKey(String.raw`CN=a\,DC=corp`) ?? '', dnKey('DC=corp') ?? '')).toBe(false);
  });
});

describe('binary identifiers', () => {
  it('a GUID has its first three groups turned round, and comes back', () => {
    expect(encodeGuid('00112233-4455-6677-8899-aabbccddeeff').toString('hex')).toBe(
      '33221100554477668899aabbccddeeff',
    );
    fc.assert(
      fc.property(fc.uuid(), (guid) => {
        expect(decodeGuid(encodeGuid(guid))).toBe(guid);
      }),
    );
  });

  it('a SID comes back', () => {
    expect(encodeSid('S-1-5-32-544').toString('hex')).toBe('01020000000000052000000020020000');
    expect(decodeSid(encodeSid('S-1-5-21-1-2-3-4294967295'))).toBe('S-1-5-21-1-2-3-4294967295');
    expect(decodeSid(Buffer.from('0102', 'hex'))).toBeUndefined();
  });
});

describe('text as AD compares it', () => {
  it('ignores case, accents, width, kana type and outer blanks', () => {
    expect(fold(' TOMÁS ')).toBe(fold('tomas'));
    expect(fold('ﾊﾅｺ')).toBe(fold('はなこ'));
    expect(fold('ＡＢＣ')).toBe(fold('abc'));
    expect(fold('bob\0')).toBe(fold('bob'));
    expect(fold('bob')).not.toBe(fold('b ob'));
  });
});
