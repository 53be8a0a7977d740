import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ineligibility } from '../../domain/policy/eligibility.ts';
import type { RepairBench } from '../../domain/ports/repair-desk.ts';
import { DOMAIN } from '../../local/people.ts';
import { accountOf, member } from './directory-person.ts';
import type { DirectoryDifferences, DirectoryUnderTest } from './directory.ts';

const NEW = 'Brand-New-Secret-71';
const RULEBOOK = {
  eligibility: { bases: [DOMAIN.base], protectedGroups: [], ownAccounts: [] },
  document: { userConfigurations: [], blockList: [] },
};

export function repairContract(
  name: string,
  open: () => Promise<DirectoryUnderTest>,
  differences: DirectoryDifferences,
): void {
  describe(`unlocking and resetting in ${name}`, () => {
    let directory: DirectoryUnderTest;
    const touched = new Set<string>();
    const atBench = async <T>(username: string, work: (bench: RepairBench) => Promise<T>): Promise<T> => {
      touched.add(username);
      const { person } = await accountOf(directory, username);
      return directory.repairs.at(person, (bench) =>
        bench ? work(bench) : expect.fail(`${username} is gone`),
      );
    };
    const reset = (username: string, password: string) => atBench(username, (bench) => bench.reset(password));
    const attempt = async (username: string, password: string) =>
      directory.passwords.tryPassword('CORP', await accountOf(directory, username), password);
    beforeAll(async () => {
      directory = await open();
    });
    afterEach(async () => {
      for (const username of touched) await directory.restore(username);
      touched.clear();
    });

    it('shows at the bench what the reader shows, from one domain controller', async () => {
      const account = await accountOf(directory, 'victor');
      const rules = await directory.reader.rules('CORP', account);
      await atBench('victor', async (bench) => {
        expect(bench.account).toEqual(account);
        expect(bench.rules).toEqual(rules);
        expect(bench.historyEnforced).toBe(differences.historyOnReset);
      });
    });

    it('comes to the bench with nobody when the person is gone', async () => {
      const gone = { domain: DOMAIN.netbios, guid: '00000000-1111-4222-8333-444444444444' };
      expect(await directory.repairs.at(gone, (bench) => Promise.resolve(bench))).toBeUndefined();
    });

    it('hands through what goes wrong in the work at the bench', async () => {
      const trouble = new Error('the store is away');
      await expect(atBench('miriam', () => Promise.reject(trouble))).rejects.toBe(trouble);
    });

    it('unlocks, so that the password opens again; and once more does no harm', async () => {
      expect(await attempt('bob', member('bob').password)).toBe('locked');
      for (let i = 0; i < 2; i += 1)
        expect(await atBench('bob', (bench) => bench.unlock())).toEqual({ kind: 'done' });
      expect(await accountOf(directory, 'bob')).toMatchObject({
        locked: false,
        lockoutTime: '0',
        badPasswordCount: 0,
      });
      expect(await attempt('bob', member('bob').password)).toBe('right');
    });

    it('resets a password: the new one opens, the old one does not, and the change can be told by its time', async () => {
      const before = BigInt((await accountOf(directory, 'miriam')).passwordLastSet);
      expect(await reset('miriam', NEW)).toEqual({ kind: 'done' });
      expect(await attempt('miriam', NEW)).toBe('right');
      expect(await attempt('miriam', member('miriam').password)).toBe('wrong');
      expect(BigInt((await accountOf(directory, 'miriam')).passwordLastSet)).toBeGreaterThan(before);
    });

    it.each(['miriam', 'bob'])(
      'resets a password of %s that must be changed: it opens nothing but its own change, and unlocks',
      async (username) => {
        const once = await atBench(username, (bench) => bench.reset(NEW, { mustChange: true }));
        expect(once).toEqual({ kind: 'done' });
        const account = await accountOf(directory, username);
        expect(account).toMatchObject({
          passwordLastSet: '0',
          mustChangePassword: true,
          locked: false,
          lockoutTime: '0',
        });
        expect(await attempt(username, NEW)).toBe('must-change');
        expect(await attempt(username, member(username).password)).toBe('wrong');
        const own = { from: NEW, to: 'My-Own-Choice-71' };
        expect(await directory.passwords.changePassword(account, own)).toEqual({ kind: 'done' });
        expect(await attempt(username, own.to)).toBe('right');
        expect(await accountOf(directory, username)).toMatchObject({ mustChangePassword: false });
      },
    );

    it('unlocks with the same reset', async () => {
      expect(await reset('bob', NEW)).toEqual({ kind: 'done' });
      expect(await accountOf(directory, 'bob')).toMatchObject({ locked: false, lockoutTime: '0' });
      expect(await attempt('bob', NEW)).toBe('right');
    });

    it.each([
      ['short', 'Sh0rt-1'],
      ['simple', 'alllowercaseletters'],
      ['empty', ''],
      ['impossible to type', 'Brand-New-\0-Secret-71'],
    ])('refuses a %s new password, and changes nothing, not even the lock', async (_, password) => {
      const before = await accountOf(directory, 'bob');
      expect(await reset('bob', password)).toEqual({ kind: 'refused', reason: 'policy' });
      expect(await accountOf(directory, 'bob')).toEqual(before);
    });

    it('holds people under stricter rules to them', async () => {
      expect(await reset('victor', 'Twelve-Ch4rs')).toEqual({ kind: 'refused', reason: 'policy' });
      expect(await reset('victor', 'Sixteen-Chars-At-Least-1')).toEqual({ kind: 'done' });
    });

    it('sets a password as it was typed: accents as they are composed, quotes, any script', async () => {
      const password = 'Café-"quoted"-日本-😀-17';
      expect(password.normalize('NFD')).not.toBe(password);
      expect(await reset('miriam', password)).toEqual({ kind: 'done' });
      expect(await attempt('miriam', password)).toBe('right');
      expect(await attempt('miriam', password.normalize('NFD'))).toBe('wrong');
    });

    it('resets for somebody who may not change the password', async () => {
      expect(await reset('nina', NEW)).toEqual({ kind: 'done' });
    });

    it.each([
      ['omar', 'works outside the delegated unit'],
      ['anna.admin', 'is an administrator whom AdminSDHolder protects'],
    ])('may do nothing to %s, who %s', async (username) => {
      expect(await reset(username, 'Sixteen-Chars-At-Least-1')).toEqual({
        kind: 'refused',
        reason: 'not-permitted',
      });
      expect(await atBench(username, (bench) => bench.unlock())).toEqual({
        kind: 'refused',
        reason: 'not-permitted',
      });
      expect(await attempt(username, member(username).password)).toBe('right');
    });

    it('would let a new administrator be reset: only our own judgement at the bench forbids it', async () => {
      const answer = await atBench('fresh.admin', async (bench) => {
        expect(ineligibility(bench.account, RULEBOOK, Date.now())).toBe('privileged');
        expect(bench.account.adminCount).toBe(false);
        return bench.reset(NEW);
      });
      expect(answer).toEqual({ kind: 'done' });
    });

    it.runIf(differences.historyOnReset)('refuses a reset to a password of before', async () => {
      expect(await reset('miriam', NEW)).toEqual({ kind: 'done' });
      for (const used of [NEW, member('miriam').password])
        expect(await reset('miriam', used)).toEqual({ kind: 'refused', reason: 'policy' });
    });

    it.runIf(differences.namesInPasswords)(
      'refuses a password with the person’s own name in it',
      async () => {
        for (const password of ['My-miriam-Pass-17', 'Hello-Weiss-2026'])
          expect(await reset('miriam', password)).toEqual({ kind: 'refused', reason: 'policy' });
      },
    );
  });
}
