import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DOMAIN } from '../../local/people.ts';
import { accountOf, member } from './directory-person.ts';
import type { DirectoryUnderTest } from './directory.ts';

const NEW = 'Brand-New-Secret-71';

/** Who is tried with the right password, and what it says. */
const VERDICTS = [
  ['alice', 'right'],
  ['bob', 'locked'],
  ['dawit', 'disabled'],
  ['erin', 'account-expired'],
  ['farid', 'must-change'],
  ['grace', 'password-expired'],
  ['tilda', 'not-now'],
  // AD scrambles the password of a smart-card account: its owner's does not open it.
  ['sam', 'wrong'],
] as const;

export function passwordContract(name: string, open: () => Promise<DirectoryUnderTest>): void {
  describe(`trying and changing one's own password in ${name}`, () => {
    let directory: DirectoryUnderTest;
    const touched = new Set<string>();
    const touch = (username: string) => {
      touched.add(username);
      return accountOf(directory, username);
    };
    const attempt = async (username: string, password: string) =>
      directory.passwords.tryPassword('CORP', await touch(username), password);
    const change = async (username: string, from: string, to: string) =>
      directory.passwords.changePassword(await touch(username), { from, to });
    const { password: noahs } = member('noah');
    beforeAll(async () => {
      directory = await open();
    });
    afterEach(async () => {
      for (const username of touched) await directory.restore(username);
      touched.clear();
    });

    it.each(VERDICTS)('tries the password of %s: %s', async (username, verdict) => {
      expect(await attempt(username, member(username).password)).toBe(verdict);
    });

    it('will try no password for another domain, not even a stranger’s', async () => {
      for (const account of [undefined, await accountOf(directory, 'noah')])
        await expect(directory.passwords.tryPassword('OTHER', account, noahs)).rejects.toMatchObject({
          code: 'directory-misbehaved',
        });
      expect((await accountOf(directory, 'noah')).badPasswordCount).toBe(0);
    });

    it('says wrong to a wrong password, whatever the state of the account', async () => {
      for (const username of ['noah', 'farid', 'grace', 'tilda'])
        expect(await attempt(username, 'not-this-1')).toBe('wrong');
    });

    it('says wrong for a stranger', async () => {
      expect(await directory.passwords.tryPassword('CORP', undefined, noahs)).toBe('wrong');
    });

    it.each([
      ['an empty one', ''],
      ['one that a server might read as empty', '\0'],
      ['one with something behind a NUL', `${noahs}\0more`],
      ['one with half a surrogate pair', `${noahs}\ud83d`],
    ])('never brings %s to a bind: it is wrong, and no bad logon', async (_, password) => {
      expect(await attempt('noah', password)).toBe('wrong');
      expect(await directory.passwords.tryPassword('CORP', undefined, password)).toBe('wrong');
      expect((await accountOf(directory, 'noah')).badPasswordCount).toBe(0);
    });

    it('counts bad logons, and forgets them at a good one', async () => {
      await attempt('noah', 'not-this-1');
      const account = await accountOf(directory, 'noah');
      expect(account.badPasswordCount).toBe(1);
      expect(account.badPasswordAt).toBeGreaterThan(Date.now() - 60_000);
      await attempt('noah', noahs);
      expect((await accountOf(directory, 'noah')).badPasswordCount).toBe(0);
    });

    it('locks an account at its threshold, and then says locked to every password', async () => {
      for (let i = 0; i < DOMAIN.rules.lockoutThreshold; i += 1)
        expect(await attempt('noah', 'not-this-1')).toBe('wrong');
      expect(await accountOf(directory, 'noah')).toMatchObject({ locked: true });
      expect(await attempt('noah', noahs)).toBe('locked');
      expect(await change('noah', noahs, NEW)).toEqual({ kind: 'refused', reason: 'locked' });
    });

    it('changes a password for who knows the old one; the old one is refused from then on', async () => {
      const before = BigInt((await accountOf(directory, 'noah')).passwordLastSet);
      expect(await change('noah', noahs, NEW)).toEqual({ kind: 'done' });
      expect(await attempt('noah', NEW)).toBe('right');
      expect(await attempt('noah', noahs)).toBe('wrong');
      expect(BigInt((await accountOf(directory, 'noah')).passwordLastSet)).toBeGreaterThan(before);
    });

    it('refuses a change with a wrong old password, and one with none at all', async () => {
      for (const from of ['not-this-1', ''])
        expect(await change('noah', from, NEW)).toEqual({ kind: 'refused', reason: 'wrong-password' });
      expect(await attempt('noah', noahs)).toBe('right');
    });

    it.each([
      ['too short', 'Sh0rt-1'],
      ['too simple', 'alllowercaseletters'],
      ['the one in use', noahs],
      ['nothing', ''],
      ['one that nobody can type', 'Brand-New-\0-Secret-71'],
    ])('refuses a new password that is %s, and leaves the old one', async (_, to) => {
      expect(await change('noah', noahs, to)).toEqual({ kind: 'refused', reason: 'policy' });
      expect(await attempt('noah', noahs)).toBe('right');
    });

    it('refuses to go back to the password before', async () => {
      await change('noah', noahs, NEW);
      expect(await change('noah', NEW, noahs)).toEqual({ kind: 'refused', reason: 'policy' });
    });

    it('lets somebody who must change the password do so, though no bind is possible', async () => {
      expect(await change('farid', member('farid').password, NEW)).toEqual({ kind: 'done' });
      expect(await attempt('farid', NEW)).toBe('right');
      expect(await accountOf(directory, 'farid')).toMatchObject({ mustChangePassword: false });
    });

    it('knows the old password of somebody whose password has expired', async () => {
      const { password } = member('grace');
      expect(await change('grace', 'not-this-1', NEW)).toEqual({ kind: 'refused', reason: 'wrong-password' });
      expect(await change('grace', password, 'Sh0rt-1')).toEqual({ kind: 'refused', reason: 'policy' });
    });

    it('does not change the password of somebody who may not', async () => {
      const { password } = member('nina');
      expect(await change('nina', password, NEW)).toEqual({ kind: 'refused', reason: 'not-permitted' });
      expect(await attempt('nina', password)).toBe('right');
    });
  });
}
