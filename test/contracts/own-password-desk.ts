import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OwnPasswordDesk } from '../../domain/ports/own-password-desk.ts';
import { DOMAIN } from '../../local/people.ts';
import { member } from './directory-person.ts';

/** A directory with the cast in it; to it, people are accounts like our own. */
export interface OwnPasswordsUnderTest {
  readonly desk: OwnPasswordDesk;
  readonly domainControllers: readonly string[];
  /** Puts a member of the cast back as at the beginning. */
  restore(username: string): Promise<void>;
}

/** Another one each time: the directory remembers those it has seen. */
let count = 0;
const newPassword = (): string => `Kq4-Nd7-Rh2-Brand-New-${(count += 1)}`;

const CLOSED = [
  ['bob', 'locked'],
  ['dawit', 'disabled'],
  ['erin', 'account-expired'],
  ['farid', 'must-change'],
  ['grace', 'password-expired'],
  ['tilda', 'not-now'],
] as const;

/** What the rotation is promised of a directory. */
export function ownPasswordContract(name: string, open: () => Promise<OwnPasswordsUnderTest>): void {
  describe(`passwords of own accounts in ${name}`, () => {
    let directory: OwnPasswordsUnderTest;
    const touched = new Set<string>();
    const credential = (username: string) => {
      touched.add(username);
      const { upn, password } = member(username);
      return { username: upn, password };
    };
    beforeAll(async () => {
      directory = await open();
    });
    afterEach(async () => {
      for (const username of touched) await directory.restore(username);
      touched.clear();
    });

    it('are right or wrong', async () => {
      const alice = credential('alice');
      expect(await directory.desk.tryPassword(alice)).toBe('right');
      expect(await directory.desk.tryPassword({ ...alice, password: newPassword() })).toBe('wrong');
    });

    it.each(['alice', 'CORP\\alice', 'alice@corp.example.test', 'ALICE@CORP.EXAMPLE.TEST'])(
      'are changed, old to new, by the name %s',
      async (username) => {
        const { password } = credential('alice');
        const to = newPassword();
        expect(await directory.desk.changePassword({ username, password }, to)).toEqual({ kind: 'done' });
        expect(await directory.desk.tryPassword({ username, password: to })).toBe('right');
      },
    );

    it('are changed by a distinguished name, and by one with an explicit suffix', async () => {
      const { upn, password } = member('sofia');
      touched.add('sofia');
      expect(upn.endsWith(DOMAIN.dns)).toBe(false);
      expect(await directory.desk.changePassword({ username: upn, password }, newPassword())).toEqual({
        kind: 'done',
      });
      const { displayName, ou } = member('alice');
      const dn = `CN=${displayName},${ou},${DOMAIN.base}`;
      const alice = { username: dn, password: credential('alice').password };
      expect(await directory.desk.changePassword(alice, newPassword())).toEqual({ kind: 'done' });
    });

    it('are not changed by a wrong old one, which costs one bad logon', async () => {
      const alice = { ...credential('alice'), password: 'not-this-one-1' };
      expect(await directory.desk.changePassword(alice, newPassword())).toEqual({
        kind: 'closed',
        trial: 'wrong',
      });
      expect(await directory.desk.tryPassword(credential('alice'))).toBe('right');
    });

    it.each(CLOSED)('of %s are not changed: %s', async (username, trial) => {
      const account = credential(username);
      expect(await directory.desk.tryPassword(account)).toBe(trial);
      expect(await directory.desk.changePassword(account, newPassword())).toEqual({ kind: 'closed', trial });
    });

    it('are not changed where the directory does not allow it', async () => {
      expect(await directory.desk.changePassword(credential('nina'), newPassword())).toEqual({
        kind: 'refused',
        reason: 'not-permitted',
      });
    });

    it('are not changed into what the rules refuse', async () => {
      expect(await directory.desk.changePassword(credential('alice'), 'short')).toEqual({
        kind: 'refused',
        reason: 'policy',
      });
      expect(await directory.desk.tryPassword(credential('alice'))).toBe('right');
    });

    it('are presented to each domain controller', async () => {
      expect(await directory.desk.present(credential('alice'))).toEqual(
        directory.domainControllers.map((domainController) => ({ domainController, trial: 'right' })),
      );
    });

    it('are presented to no further one when the first says no', async () => {
      const alice = { ...credential('alice'), password: 'not-this-one-1' };
      expect(await directory.desk.present(alice)).toEqual([
        { domainController: directory.domainControllers[0], trial: 'wrong' },
      ]);
    });

    it('never reach a bind when empty, which would be anonymous', async () => {
      const nothing = { ...credential('alice'), password: '' };
      const refused = { code: 'directory-credentials' };
      await expect(directory.desk.tryPassword(nothing)).rejects.toMatchObject(refused);
      await expect(directory.desk.present(nothing)).rejects.toMatchObject(refused);
    });
  });
}
