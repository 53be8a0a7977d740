import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../adapters/active-directory/account-entry.ts';
import { fromDuration, fromFiletime } from '../../../adapters/active-directory/filetime.ts';
import { guidText, isGuidText } from '../../../adapters/active-directory/guid.ts';
import { sidText } from '../../../adapters/active-directory/sid.ts';
import { canBePassword, unicodePassword } from '../../../adapters/active-directory/unicode-password.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const GUID = hex('aa641f7b537c774484e359e50128494b');
const SID = hex('01050000000000051500000001000000020000000300000055040000');
const USERS = hex('01050000000000051500000001000000020000000300000001020000');

describe('what AD keeps as bytes and ticks', () => {
  it('shows a GUID as administrators see it: the first three fields turned round', () => {
    expect(guidText(GUID)).toBe('7b1f64aa-7c53-4477-84e3-59e50128494b');
    expect(guidText(GUID.subarray(1))).toBeUndefined();
    expect(isGuidText('7b1f64aa-7c53-4477-84e3-59e50128494b')).toBe(true);
    expect(isGuidText('7B1F64AA-7C53-4477-84E3-59E50128494B')).toBe(false);
  });

  it('shows a SID in full, also one with RIDs beyond 2^31', () => {
    expect(sidText(SID)).toBe('S-1-5-21-1-2-3-1109');
    expect(sidText(hex('0101000000000005ffffffff'))).toBe('S-1-5-4294967295');
  });

  it('takes no other bytes for a SID', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = sidText(Buffer.from(bytes));
        expect(text === undefined || /^S-1-\d+(-\d+){0,15}$/.test(text)).toBe(true);
      }),
    );
    expect(sidText(SID.subarray(0, 20))).toBeUndefined();
  });

  it('reads times in epoch milliseconds, and never as no time', () => {
    expect(fromFiletime('116444736000000000')).toBe(0);
    expect(fromFiletime('134389263344980000')).toBe(1_794_452_734_498);
    for (const never of ['0', '9223372036854775807', undefined, '', 'soon', '-1'])
      expect(fromFiletime(never)).toBeUndefined();
  });

  it('reads durations in milliseconds, and for ever as none', () => {
    expect(fromDuration('-18000000000')).toBe(1_800_000);
    for (const none of ['0', '-9223372036854775808', '-9223372036854775807', undefined, '5'])
      expect(fromDuration(none)).toBe(0);
  });

  it('writes a password in quotes and UTF-16, without changing a character of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (password) => {
        expect(unicodePassword(password).toString('utf16le')).toBe(`"${password}"`);
      }),
    );
  });

  it('takes any well-formed text without a NUL for a password, but not the empty one', () => {
    for (const no of ['', '\0', 'a\0b', '\ud83d', 'a\udc00b']) expect(canBePassword(no)).toBe(false);
    for (const yes of [' ', 'a', 'e\u0301', '😀', '"']) expect(canBePassword(yes)).toBe(true);
  });
});

describe('an account as a domain controller shows it', () => {
  const entry = {
    dn: 'CN=A,DC=x',
    objectGUID: GUID,
    objectSid: SID,
    sAMAccountName: 'a',
    tokenGroups: USERS,
  };

  it('is in order when nothing is said against it', () => {
    expect(accountOf(entry, 'CORP', 'ldaps://dc')).toEqual({
      person: { domain: 'CORP', guid: '7b1f64aa-7c53-4477-84e3-59e50128494b' },
      distinguishedName: 'CN=A,DC=x',
      username: 'a',
      displayName: 'a',
      domainController: 'ldaps://dc',
      locked: false,
      lockoutTime: '0',
      disabled: false,
      accountExpired: false,
      smartCardRequired: false,
      outsideLogonHours: false,
      cannotChangePassword: false,
      mustChangePassword: true,
      passwordExpired: false,
      passwordLastSet: '0',
      badPasswordCount: 0,
      adminCount: false,
      hasServicePrincipalName: false,
      sid: 'S-1-5-21-1-2-3-1109',
      formerSids: [],
      groups: ['S-1-5-21-1-2-3-513'],
    });
  });

  it('with service principal names and an admin count is shown with both', () => {
    const service = { ...entry, servicePrincipalName: ['http/a', 'http/b'], adminCount: '1' };
    expect(accountOf(service, 'CORP', 'ldaps://dc')).toMatchObject({
      hasServicePrincipalName: true,
      adminCount: true,
    });
  });

  it('shows what it was in other domains', () => {
    const moved = { ...entry, sIDHistory: [SID, USERS] };
    expect(accountOf(moved, 'CORP', 'ldaps://dc').formerSids).toEqual([
      'S-1-5-21-1-2-3-1109',
      'S-1-5-21-1-2-3-513',
    ]);
    expect(() => accountOf({ ...entry, sIDHistory: Buffer.from('?') }, 'CORP', 'ldaps://dc')).toThrow(
      'does not show',
    );
  });

  it.each(['objectGUID', 'objectSid', 'sAMAccountName', 'tokenGroups'])(
    'without a readable %s is a failure: who may be privileged is not to be guessed',
    (attribute) => {
      for (const value of [[], Buffer.from('?')].slice(0, attribute === 'sAMAccountName' ? 1 : 2))
        expect(() => accountOf({ ...entry, [attribute]: value }, 'CORP', 'ldaps://dc')).toThrow(
          'does not show',
        );
    },
  );
});
