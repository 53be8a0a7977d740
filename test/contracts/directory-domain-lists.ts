import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryObject } from '../../domain/ports/directory-reader.ts';
import { DOMAIN, SECOND_CAST, SECOND_DOMAIN } from '../../local/people.ts';
import type { DomainsUnderTest } from './directory-domains.ts';

/** What lists and searches over several domains must do. */
export function domainListsContract(name: string, open: () => Promise<DomainsUnderTest>): void {
  describe(`lists over two domains: ${name}`, () => {
    let directory: DomainsUnderTest;
    const names = async (filter = {}) =>
      (await Array.fromAsync(directory.reader.people(filter))).map(
        ({ person, username }) => `${person.domain}\\${username}`,
      );
    const object = (kind: DirectoryObject['kind'], nameOrId: string) =>
      directory.reader.object(kind, nameOrId);
    beforeAll(async () => {
      directory = await open();
    });
    afterAll(() => directory.done());

    it('lists the people of one domain after those of the other, and goes on after any of them', async () => {
      const all = await names();
      const second = all.indexOf(all.find((one) => one.startsWith('NORD\\')) ?? '');
      expect(all.slice(0, second)).toContain('CORP\\alice');
      expect(all.slice(0, second).filter((one) => !one.startsWith('CORP\\'))).toEqual([]);
      expect(all.slice(second)).toEqual(
        expect.arrayContaining(SECOND_CAST.map(({ username }) => `NORD\\${username}`)),
      );
      for (const at of [0, 5, second - 1, second, all.length - 2, all.length - 1])
        expect([all[at], await names({ after: all[at] })]).toEqual([all[at], all.slice(at + 1)]);
      expect(await names({ after: 'NORD\\' })).toEqual(all.slice(second));
      expect(await names({ after: 'alice' })).toEqual(all.slice(all.indexOf('CORP\\alice') + 1));
    });

    it('lists a unit in the one domain that holds it, also going on', async () => {
      const under = `OU=Sales,OU=Staff,${SECOND_DOMAIN.base}`;
      expect(await names({ under })).toEqual(['NORD\\erik']);
      expect(await names({ under, after: 'CORP\\victor' })).toEqual(['NORD\\erik']);
      expect(await names({ under, after: 'NORD\\erik' })).toEqual([]);
      const corps = `OU=Sales,OU=Staff,${DOMAIN.base}`;
      expect((await names({ under: corps })).filter((one) => one.startsWith('NORD\\'))).toEqual([]);
      expect(await names({ under: corps, after: 'NORD\\alice' })).toEqual([]);
      await expect(names({ under: 'OU=Staff,DC=elsewhere,DC=test' })).rejects.toMatchObject({
        code: 'directory-misbehaved',
        message: expect.stringContaining('OU=Staff,DC=elsewhere,DC=test'),
      });
    });

    it('recognises in each domain the members of groups by their SIDs', async () => {
      const sids = await Promise.all(
        ['CORP\\Sales', 'NORD\\Sales'].map(async (group) => (await object('group', group))?.id ?? ''),
      );
      const listed = await Array.fromAsync(directory.reader.people({ groups: sids }));
      const groupsOf = (domain: string, username: string) =>
        listed.find((one) => one.person.domain === domain && one.username === username)?.groups;
      expect(groupsOf('CORP', 'hanako')).toEqual([sids[0]]);
      expect(groupsOf('NORD', 'erik')).toEqual([sids[1]]);
      expect(groupsOf('NORD', 'leif')).toEqual([]);
    });

    it('finds what administrators name by its domain, its place or its id', async () => {
      for (const [kind, leaf] of [
        ['group', 'Sales'],
        ['user', 'alice'],
      ] as const)
        for (const [domain, { base }] of [
          ['CORP', DOMAIN],
          ['NORD', SECOND_DOMAIN],
        ] as const) {
          const found = await object(kind, `${domain}\\${leaf}`);
          expect(found).toMatchObject({ name: `${domain}\\${leaf}` });
          expect(found?.distinguishedName.endsWith(base)).toBe(true);
          expect(await object(kind, found?.id ?? '')).toEqual(found);
          expect(await object(kind, found?.distinguishedName ?? '')).toEqual(found);
        }
      expect(await object('unit', `OU=Staff,${SECOND_DOMAIN.base}`)).toMatchObject({ displayName: 'Staff' });
      expect(await object('user', 'erik')).toMatchObject({ name: 'NORD\\erik' });
    });

    it.each([
      ['user', 'alice'],
      ['group', 'Sales'],
      ['unit', 'Staff'],
      ['user', 'OTHER\\alice'],
      ['user', 'CORP\\erik'],
      ['unit', 'OU=Staff,DC=elsewhere,DC=test'],
      ['user', ''],
    ] as const)('names no %s by “%s”, which is in both, or in neither', async (kind, wanted) => {
      expect(await object(kind, wanted)).toBeUndefined();
    });

    it('takes a builtin group’s SID, which is the same everywhere, for a group', async () => {
      expect(await object('group', 'S-1-5-32-544')).toMatchObject({ id: 'S-1-5-32-544' });
    });

    it('searches all domains, in the order of names, or the one that is named', async () => {
      const found = async (kind: DirectoryObject['kind'], beginning: string, limit = 50) =>
        (await directory.reader.search(kind, beginning, limit)).map((one) => one.name);
      // Erik’s mailbox begins so, too.
      expect(await found('user', 'alice')).toEqual(['CORP\\alice', 'NORD\\alice', 'NORD\\erik']);
      expect(await found('user', 'NORD\\alice.')).toEqual(['NORD\\alice']);
      expect(await found('user', 'OTHER\\ali')).toEqual([]);
      expect(await found('group', 'Sales')).toEqual([
        'CORP\\Sales',
        'NORD\\Sales',
        'CORP\\Sales-EMEA',
        'NORD\\Sales-EMEA',
      ]);
      expect(await found('group', 'Sales', 3)).toHaveLength(3);
      expect(await found('group', 'Sales', 0)).toEqual([]);
      expect(await found('unit', 'Staff')).toEqual([
        `OU=Staff,${DOMAIN.base}`,
        `OU=Staff,${SECOND_DOMAIN.base}`,
      ]);
    });
  });
}
