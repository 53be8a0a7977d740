import { describe, expect, it } from 'vitest';
import { ACCESS, type AccessEntry, FLAG } from '../../../../adapters/active-directory/access/access-entry.ts';
import { handedDown } from '../../../../adapters/active-directory/access/effective.ts';
import { grantsTo } from '../../../../adapters/active-directory/access/grants.ts';
import { holds, REPAIR, repairRightsOf } from '../../../../adapters/active-directory/access/repair-rights.ts';
import {
  ACCOUNT_RESTRICTIONS,
  LOCKOUT_TIME,
  PWD_LAST_SET,
  RESET_PASSWORD,
  USER_CLASS,
} from '../../../../adapters/active-directory/access/rights.ts';
import { encodeSecurityDescriptor, PART } from '../../../../local/directory/security-descriptor.ts';

const ME = 'S-1-5-21-1-2-3-1104';
const MY_GROUP = 'S-1-5-21-1-2-3-1500';
const ANOTHER = 'S-1-5-21-1-2-3-9999';
const me = { sids: new Set([ME, MY_GROUP]) };
const BELOW = FLAG.containerInherit | FLAG.inheritOnly;
const GROUP_CLASS = 'bf967a9c-0de6-11d0-a285-00aa003049e2';

const entry = (changes: Partial<AccessEntry>): AccessEntry => ({
  allow: true,
  mask: ACCESS.control,
  flags: 0,
  object: RESET_PASSWORD,
  sid: ME,
  ...changes,
});
const { object: _, ...ofEverything } = entry({});
const may = (right: keyof typeof REPAIR, ...entries: readonly AccessEntry[]): boolean =>
  holds({ entries, open: false }, me, REPAIR[right]);

describe('a right over an account', () => {
  it.each<[string, AccessEntry]>([
    ['by an entry of its own', entry({})],
    ['by one of a group', entry({ sid: MY_GROUP })],
    ['by every extended right', ofEverything],
    ['by full control', { ...ofEverything, mask: ACCESS.full }],
  ])('is held %s', (_name, one) => expect(may('resetPassword', one)).toBe(true));

  it.each<[string, AccessEntry]>([
    ['by an entry for somebody else', entry({ sid: ANOTHER })],
    ['by one that is only for what lies below', entry({ flags: BELOW })],
    ['by another extended right', entry({ object: LOCKOUT_TIME })],
    ['by a write', entry({ mask: ACCESS.write })],
  ])('is not held %s', (_name, one) => expect(may('resetPassword', one)).toBe(false));

  it('is decided by the first entry that speaks of it', () => {
    const no = entry({ allow: false, sid: MY_GROUP });
    expect(may('resetPassword', no, entry({}))).toBe(false);
    expect(may('resetPassword', entry({}), no)).toBe(true);
    expect(may('resetPassword', entry({ allow: false, sid: ANOTHER }), entry({}))).toBe(true);
    expect(may('resetPassword', entry({ allow: false, object: LOCKOUT_TIME }), entry({}))).toBe(true);
  });

  it('to write pwdLastSet comes with its property set as well', () => {
    const write = { mask: ACCESS.write };
    expect(may('mustChange', entry({ ...write, object: PWD_LAST_SET }))).toBe(true);
    expect(may('mustChange', entry({ ...write, object: ACCOUNT_RESTRICTIONS }))).toBe(true);
    expect(may('unlock', entry({ ...write, object: ACCOUNT_RESTRICTIONS }))).toBe(false);
    expect(may('unlock', entry({ ...write, object: LOCKOUT_TIME }))).toBe(true);
  });

  it('is everybody’s on an object without any list', () => {
    expect(holds({ entries: [], open: true }, me, REPAIR.unlock)).toBe(true);
  });

  it('counts only when all of the accounts that take turns hold it', () => {
    const bytes = encodeSecurityDescriptor({ sealed: false, aces: [entry({})] }, ANOTHER, PART.dacl);
    const holder = (sid: string) => ({ name: sid, distinguishedName: '', sid, sids: new Set([sid]) });
    expect(repairRightsOf(bytes, [holder(ME)])).toEqual({ resetPassword: true, unlock: false });
    expect(repairRightsOf(bytes, [holder(ME), holder(ANOTHER)]).resetPassword).toBe(false);
    expect(repairRightsOf(bytes, []).resetPassword).toBe(false);
  });
});

describe('what a unit hands down to the users below it', () => {
  it.each<[string, Partial<AccessEntry>, boolean]>([
    ['an entry for users', { flags: BELOW, inheritedBy: USER_CLASS }, true],
    ['an entry for everything', { flags: FLAG.containerInherit }, true],
    ['an entry for groups', { flags: BELOW, inheritedBy: GROUP_CLASS }, false],
    ['an entry for itself', {}, false],
  ])('%s: %j', (_name, changes, handed) =>
    expect(may('resetPassword', ...handedDown([entry(changes)]))).toBe(handed),
  );
});

describe('what an entry gives to an account', () => {
  const grantee = { account: 'CORP\\svc', sid: ME, groups: new Map([[MY_GROUP, 'CORP\\Helpers']]) };
  const given = (changes: Partial<AccessEntry>) => grantsTo(grantee, 'OU=Staff', [entry(changes)]);

  it('is told with whom and what it reaches, and by whom the account has it', () => {
    expect(given({ flags: BELOW, inheritedBy: USER_CLASS, sid: MY_GROUP })).toMatchObject([
      {
        powers: ['extended-right'],
        about: 'Reset Password',
        reaches: 'users',
        trustee: { kind: 'group', name: 'CORP\\Helpers' },
      },
    ]);
    expect(given({ flags: FLAG.containerInherit, sid: 'S-1-5-11' })).toMatchObject([
      { reaches: 'everything', trustee: { kind: 'everybody', name: 'Authenticated Users' } },
    ]);
    expect(given({ flags: BELOW, inheritedBy: GROUP_CLASS })).toMatchObject([
      { reaches: { class: 'group' } },
    ]);
    expect(given({})).toMatchObject([{ reaches: 'itself' }]);
  });

  it.each<[number, readonly string[]]>([
    [ACCESS.full, ['full-control']],
    [ACCESS.write | ACCESS.read, ['write']],
    [ACCESS.createChild | ACCESS.deleteChild, ['create', 'delete']],
    [ACCESS.deleteTree, ['delete']],
    [ACCESS.changePermissions | ACCESS.takeOwnership, ['change-permissions', 'take-ownership']],
    [ACCESS.validatedWrite, ['validated-write']],
  ])('%i is %j', (mask, powers) => expect(given({ mask })).toMatchObject([{ powers }]));

  it('leaves out reading, denials, others, and what comes from above', () => {
    for (const changes of [
      { mask: ACCESS.read | ACCESS.listContents | ACCESS.listObject | ACCESS.readPermissions },
      { allow: false },
      { sid: ANOTHER },
      { flags: FLAG.inherited },
    ])
      expect(given(changes)).toEqual([]);
  });
});
