import { beforeAll, describe, expect, it } from 'vitest';
import type { ListedPerson } from '../../domain/ports/directory-reader.ts';
import { CAST, DOMAIN } from '../../local/people.ts';
import { accountOf } from './directory-person.ts';
import type { DirectoryUnderTest } from './directory.ts';

const BOTH = { resetPassword: true, unlock: true };
const NEITHER = { resetPassword: false, unlock: false };
/** Who was delegated: everybody below one unit, but for those that AdminSDHolder has stamped. */
const isDelegated = ({ ou, adminCount }: { ou: string; adminCount?: true }): boolean =>
  (ou === DOMAIN.delegatedOu || ou.endsWith(`,${DOMAIN.delegatedOu}`)) && !adminCount;

/** What the self-service accounts may do to people, and how everybody's account stands in a list. */
export function rightsContract(name: string, open: () => Promise<DirectoryUnderTest>): void {
  describe(`the rights over people in ${name}`, () => {
    let directory: DirectoryUnderTest;
    beforeAll(async () => {
      directory = await open();
    });
    const rightsOver = async (username: string) =>
      directory.reader.rights((await accountOf(directory, username)).person);

    it('are to reset and to unlock, where that was delegated', async () => {
      expect(await rightsOver('alice')).toEqual(BOTH);
      expect(await rightsOver('bob')).toEqual(BOTH);
    });

    it('are inherited by a unit below', async () => {
      const below = CAST.find(({ ou }) => ou.endsWith(`,${DOMAIN.delegatedOu}`));
      expect(await rightsOver(below?.username ?? '')).toEqual(BOTH);
    });

    it('are none over people of another unit, and over our own accounts', async () => {
      expect(await rightsOver('ada')).toEqual(NEITHER);
      expect(await rightsOver(DOMAIN.resetter.username)).toEqual(NEITHER);
    });

    it('are none over whom AdminSDHolder has stamped', async () => {
      expect(await rightsOver('anna.admin')).toEqual(NEITHER);
    });

    it('are there over somebody who may not change their own password: that is another right', async () => {
      const account = CAST.find(({ cannotChangePassword }) => cannotChangePassword);
      expect(await rightsOver(account?.username ?? '')).toEqual(BOTH);
    });

    it('are not told of somebody who is gone', async () => {
      const guid = '00000000-0000-4000-8000-00000000dead';
      expect(await directory.reader.rights({ domain: DOMAIN.netbios, guid })).toBeUndefined();
    });

    it('are told of everybody in a list that asks for states, as each account stands', async () => {
      const listed = await Array.fromAsync(directory.reader.people({ states: true }));
      for (const member of CAST) {
        const account = await accountOf(directory, member.username);
        const { locked, accountExpired, smartCardRequired, cannotChangePassword } = account;
        const { mustChangePassword, passwordExpired } = account;
        expect(stateOf(listed, member.username), member.username).toEqual({
          locked,
          accountExpired,
          smartCardRequired,
          cannotChangePassword,
          mustChangePassword,
          passwordExpired,
          rights: isDelegated(member) ? BOTH : NEITHER,
        });
      }
      expect(listed.some(({ state }) => state?.locked)).toBe(true);
    });

    it('are not looked up for a list that does not ask', async () => {
      for await (const person of directory.reader.people()) expect(person.state).toBeUndefined();
    });
  });
}

const stateOf = (listed: readonly ListedPerson[], username: string): ListedPerson['state'] =>
  listed.find((person) => person.username === username)?.state;
