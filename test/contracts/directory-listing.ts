import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../domain/ports/account.ts';
import type { ListedPerson, PeopleFilter } from '../../domain/ports/directory-reader.ts';
import { CAST, DOMAIN } from '../../local/people.ts';
import { accountOf, theOne } from './directory-person.ts';
import type { DirectoryUnderTest } from './directory.ts';

const FILTERS = [
  '(displayName=*a*)',
  '(&(mail=*)(!(preferredLanguage=*)))',
  '(sAMAccountName>=m)',
  `(memberOf:1.2.840.113556.1.4.1941:=CN=Sales,OU=Groups,${DOMAIN.base})`,
  '(userAccountControl:1.2.840.113556.1.4.803:=2)',
  String.raw`(givenName=Tom\c3\a1s)`,
  '(objectClass=group)',
];
const NO_GROUP = 'S-1-5-21-1-2-3-4444';

export function listingContract(name: string, open: () => Promise<DirectoryUnderTest>): void {
  describe(`listing the people of ${name}`, () => {
    let directory: DirectoryUnderTest;
    const accounts: Account[] = [];
    beforeAll(async () => {
      directory = await open();
      for (const { username } of CAST) accounts.push(await accountOf(directory, username));
    });
    const list = async (filter?: PeopleFilter): Promise<readonly ListedPerson[]> =>
      Array.fromAsync(directory.reader.people(filter));
    const names = async (filter?: PeopleFilter) => (await list(filter)).map(({ username }) => username);

    it('shows everybody once, page after page, and no computer', async () => {
      const found = await names();
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(CAST.map(({ username }) => username)));
      expect(found.filter((username) => username.endsWith('$'))).toEqual([]);
    });

    it('shows one organizational unit with what lies below it', async () => {
      const under = `OU=Sales,OU=Staff,${DOMAIN.base}`;
      const expected = CAST.filter(({ ou }) => ou === 'OU=Sales,OU=Staff').map(({ username }) => username);
      expect((await names({ under })).toSorted()).toEqual(expected.toSorted());
    });

    it('says which unit is not there', async () => {
      await expect(list({ under: `OU=Nowhere,${DOMAIN.base}` })).rejects.toMatchObject({
        code: 'directory-misbehaved',
        message: expect.stringContaining(`OU=Nowhere,${DOMAIN.base}`),
      });
    });

    it('goes on strictly after any name, there or not, in one and the same order', async () => {
      const all = await names();
      for (const [at, after] of all.entries()) expect(await names({ after })).toEqual(all.slice(at + 1));
      expect(await names({ after: 'alice!' })).toEqual(all.slice(all.indexOf('alice') + 1));
      expect(await names({ after: '' })).toEqual(all);
      expect(await names({ after: 'CORP\\alice' })).toEqual(all.slice(all.indexOf('alice') + 1));
    });

    it('takes any text for a name to begin after, and for nothing else', async () => {
      for (const after of ['*', ')(objectClass=*', '\\2a', '\\', '\0', 'a)(b', '&', '('])
        expect((await names({ after })).length).toBeLessThanOrEqual((await names()).length);
    });

    it('shows of each person what their account shows', async () => {
      const found = new Map((await list()).map((person) => [person.username, person]));
      for (const account of accounts)
        expect(found.get(account.username)).toEqual({
          person: account.person,
          distinguishedName: account.distinguishedName,
          username: account.username,
          displayName: account.displayName,
          ...(account.mail !== undefined && { mail: account.mail }),
          ...(account.mobile !== undefined && { mobile: account.mobile }),
          disabled: account.disabled,
          privileged: account.adminCount,
          groups: [],
          filters: [],
        });
    });

    it('knows who is in which group as their token would: nested ones, the primary one, builtin ones', async () => {
      const groups = [...new Set(accounts.flatMap((account) => account.groups)), NO_GROUP, 'S-1-nonsense'];
      const found = await list({ groups: groups.map((sid) => sid.toLowerCase()) });
      for (const account of accounts) {
        const listed = found.find(({ username }) => username === account.username);
        expect([account.username, listed?.groups.toSorted()]).toEqual([
          account.username,
          account.groups.toSorted(),
        ]);
      }
    });

    it('knows for whom filters hold, as finding each person does', async () => {
      const found = await list({ filters: FILTERS });
      for (const { username } of CAST) {
        const claim = { kind: 'account-name', name: username } as const;
        const account = theOne(await directory.reader.find(claim, { filters: FILTERS }));
        const listed = found.find((person) => person.username === username);
        expect([username, listed?.filters]).toEqual([username, account.filters]);
        const again = await directory.reader.read(account.person, { filters: FILTERS });
        expect([username, again?.filters]).toEqual([username, account.filters]);
      }
      expect(found.find(({ username }) => username === 'tomas')?.filters).toEqual([
        FILTERS[0],
        FILTERS[2],
        FILTERS[3],
        FILTERS[5],
      ]);
    });

    it('tells of no filter that was not asked for', async () => {
      const account = await accountOf(directory, 'alice');
      expect(account.filters).toEqual([]);
      expect(await directory.reader.read(account.person)).toMatchObject({ filters: [] });
    });

    it('refuses a filter that does not parse, before anything is asked', async () => {
      for (const refused of [
        list({ filters: ['(sn=x'] }),
        directory.reader.find({ kind: 'account-name', name: 'alice' }, { filters: ['(sn=x'] }),
        directory.reader.read(accounts[0]?.person ?? expect.fail('nobody'), { filters: ['(sn=x'] }),
      ])
        await expect(refused).rejects.toMatchObject({
          code: 'directory-misbehaved',
          message: expect.stringContaining('(sn=x'),
        });
    });

    it('lets go of a listing that is not read to its end', async () => {
      for await (const first of directory.reader.people()) {
        expect(first.username).not.toBe('');
        break;
      }
    });
  });
}
