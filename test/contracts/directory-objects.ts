import { beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryObject } from '../../domain/ports/directory-reader.ts';
import { DOMAIN } from '../../local/people.ts';
import { accountOf } from './directory-person.ts';
import type { DirectoryUnderTest } from './directory.ts';

const STAFF = `OU=Staff,${DOMAIN.base}`;
const SALES_GROUP = `CN=Sales,OU=Groups,${DOMAIN.base}`;

export function objectContract(name: string, open: () => Promise<DirectoryUnderTest>): void {
  describe(`what administrators name in ${name}`, () => {
    let directory: DirectoryUnderTest;
    const object = (kind: DirectoryObject['kind'], nameOrId: string) =>
      directory.reader.object(kind, nameOrId);
    const found = async (kind: DirectoryObject['kind'], beginning: string, limit = 50) =>
      (await directory.reader.search(kind, beginning, limit)).map((one) => one.name);
    beforeAll(async () => {
      directory = await open();
    });

    it('is a user by name in any spelling, by distinguished name, by objectGUID and by SID', async () => {
      const { person, sid, distinguishedName, displayName } = await accountOf(directory, 'obrien');
      const expected = {
        kind: 'user',
        name: 'CORP\\obrien',
        id: person.guid,
        distinguishedName,
        displayName,
      };
      for (const spelling of [
        'obrien',
        ' OBRIEN ',
        'CORP\\obrien',
        'corp\\OBrien',
        `${DOMAIN.dns}\\obrien`,
        distinguishedName,
        person.guid,
        `{${person.guid.toUpperCase()}}`,
        sid,
        sid.toLowerCase(),
      ])
        expect([spelling, await object('user', spelling)]).toEqual([spelling, expected]);
    });

    it('is a group by name, distinguished name and SID; its SID is its id', async () => {
      const group = await object('group', 'CORP\\Sales');
      expect(group).toEqual({
        kind: 'group',
        name: 'CORP\\Sales',
        id: expect.stringMatching(/^S-1-5-21-\d+-\d+-\d+-\d+$/),
        distinguishedName: SALES_GROUP,
        displayName: 'Sales',
      });
      for (const spelling of ['sales', SALES_GROUP.toUpperCase(), group?.id ?? ''])
        expect(await object('group', spelling)).toEqual(group);
      // The very SID that the listing and the accounts speak of.
      expect((await accountOf(directory, 'alice')).groups).toContain(group?.id);
    });

    it('is a unit or a container by name and by distinguished name, as the directory spells it', async () => {
      const expected = {
        kind: 'unit',
        name: STAFF,
        id: STAFF,
        distinguishedName: STAFF,
        displayName: 'Staff',
      };
      for (const spelling of ['Staff', 'staff', STAFF, STAFF.toLowerCase(), STAFF.replaceAll(',', ', ')])
        expect(await object('unit', spelling)).toEqual(expected);
      expect(await object('unit', `CN=Users,${DOMAIN.base}`)).toMatchObject({ displayName: 'Users' });
    });

    it.each([
      ['user', 'nobody.here'],
      ['user', ''],
      ['user', '  '],
      ['user', '*'],
      ['user', 'CORP\\'],
      ['user', 'OTHER\\alice'],
      ['user', 'alice\0'],
      ['user', '(objectClass=*)'],
      ['user', 'dc1$'],
      ['user', 'Sales'],
      ['user', SALES_GROUP],
      ['user', '00000000-1111-4222-8333-444444444444'],
      ['user', 'S-1-5-21-1-2-3-4444'],
      ['user', 'S-1-5-21-1-2-3-99999999999999999'],
      ['user', `CN=Nobody,${STAFF}`],
      ['user', 'CN=Alice Okafor,OU=Staff,DC=other,DC=test'],
      ['user', `CN=a,,,=,${DOMAIN.base}`],
      ['group', 'alice'],
      ['group', 'S-1-5-11'],
      ['unit', 'Nowhere'],
      ['unit', 'System'],
      ['unit', SALES_GROUP],
      ['unit', DOMAIN.base.replace('corp', 'other')],
    ] as const)('there is no %s “%s”', async (kind, wanted) => {
      expect(await object(kind, wanted)).toBeUndefined();
    });

    it('is searched by how a name begins: users by user name, display name, mail and principal name', async () => {
      expect(await found('user', 'ali')).toEqual(['CORP\\alice']);
      expect(await found('user', 'CORP\\ALI')).toEqual(['CORP\\alice']);
      expect(await found('user', "O'Brien, Pat (")).toEqual(['CORP\\obrien']);
      expect(await found('user', '山田')).toEqual(['CORP\\hanako']);
      expect(await found('user', 'pat.ob')).toEqual(['CORP\\obrien']);
      expect(await found('user', 'sofia.rossi@')).toEqual(['CORP\\sofia']);
      expect(await found('user', 'dc1')).toEqual([]);
    });

    it('is searched among groups and among units, each for itself', async () => {
      expect(await found('group', 'sal')).toEqual(['CORP\\Sales', 'CORP\\Sales-EMEA']);
      expect(await found('unit', 'sal')).toEqual([`OU=Sales,${STAFF}`]);
      expect(await found('unit', 'Us')).toEqual([`CN=Users,${DOMAIN.base}`]);
      expect(await found('unit', 'Sys')).toEqual([]);
    });

    it('is searched for nothing but the text: metacharacters are characters', async () => {
      for (const beginning of ['*', '(', ')(cn=*', '\\2a', 'ali*e', 'OTHER\\ali', '\0'])
        expect([beginning, await found('user', beginning)]).toEqual([beginning, []]);
    });

    it('is shown in the order of names, at most as many as were asked for', async () => {
      const all = await found('user', '');
      expect(all.length).toBeGreaterThan(20);
      expect(all).toEqual(all.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
      expect(await found('user', '', 3)).toEqual(all.slice(0, 3));
      expect(await found('user', '', 0)).toEqual([]);
    });
  });
}
