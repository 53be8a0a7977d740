import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryReader } from '../../domain/ports/directory-reader.ts';
import type { PasswordDesk } from '../../domain/ports/password-desk.ts';
import type { RepairDesk } from '../../domain/ports/repair-desk.ts';
import { EVERY_CLAIM_FORM, type ClaimForms } from '../../domain/recovery/claim-forms.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import { DOMAIN, SECOND_CAST } from '../../local/people.ts';
import { member, theOne } from './directory-person.ts';

/** The first and the second domain of the cast as one directory; CORP is the default one. */
export interface DomainsUnderTest {
  readonly reader: DirectoryReader;
  readonly passwords: PasswordDesk;
  readonly repairs: RepairDesk;
  readonly done: () => Promise<void>;
}

/** What is typed, and of which domain the person is that is meant. */
const SPELLINGS = [
  ['alice', 'CORP\\alice'],
  ['CORP\\alice', 'CORP\\alice'],
  ['NORD\\alice', 'NORD\\alice'],
  ['nord\\Alice', 'NORD\\alice'],
  ['nord.example.test\\alice', 'NORD\\alice'],
  ['alice@corp.example.test', 'CORP\\alice'],
  ['alice@nord.example.test', 'NORD\\alice'],
  ['alice.lund@example.com', 'NORD\\alice'],
  ['sofia.rossi@example.com', 'CORP\\sofia'],
  ['erik@nord.example.test', 'NORD\\erik'],
] as const;

/** What names nobody by user names and principal names, and why one might think otherwise. */
const NOBODY = [
  ['erik', 'a bare name is of the default domain'],
  ['CORP\\erik', 'he is of the other domain'],
  ['OTHER\\alice', 'a domain that is not served'],
  ['alice@other.test', 'a suffix of neither'],
  ['alice.lund@nord.example.test', 'the left part of her principal name at another suffix'],
] as const;

/** What several people are called when mail addresses and employee numbers count. */
const AMBIGUOUS = [
  ['alice@corp.example.test', 'a principal name there, a mailbox here', ['CORP\\alice', 'NORD\\erik']],
  ['front.desk@nord.example.test', 'two of one domain', ['NORD\\leif', 'NORD\\ragna']],
  ['104217', 'one number in both domains', ['CORP\\kofi.mensah', 'NORD\\leif']],
] as const;

/** What several domains must do as one directory. */
export function domainsContract(name: string, open: () => Promise<DomainsUnderTest>): void {
  describe(`two domains: ${name}`, () => {
    let directory: DomainsUnderTest;
    const find = async (typed: string, forms?: ClaimForms) =>
      directory.reader.find(readClaim(typed) ?? expect.fail(`“${typed}” is no claim`), forms && { forms });
    const account = async (typed: string) => theOne(await find(typed));
    beforeAll(async () => {
      directory = await open();
    });
    afterAll(() => directory.done());

    it.each(SPELLINGS)('“%s” is %s', async (typed, expected) => {
      const { person, username } = await account(typed);
      expect(`${person.domain}\\${username}`).toBe(expected);
    });

    it.each(NOBODY)('“%s” is nobody: %s', async (typed) => {
      expect(await find(typed)).toEqual({ kind: 'none' });
    });

    it.each(AMBIGUOUS)(
      '“%s” is nobody, for it is %s; administrators are told who',
      async (typed, _, expected) => {
        expect(await find(typed, EVERY_CLAIM_FORM)).toEqual({ kind: 'ambiguous', names: expected });
      },
    );

    it('knows an employee number of any domain, a bare user name of the default one only', async () => {
      expect(theOne(await find('104218', EVERY_CLAIM_FORM))).toMatchObject({
        username: 'ragna',
        person: { domain: 'NORD' },
      });
      expect(await find('erik', EVERY_CLAIM_FORM)).toEqual({ kind: 'none' });
    });

    it('reads everybody in their own domain, and under its rules', async () => {
      for (const typed of ['CORP\\alice', 'NORD\\alice']) {
        const found = await account(typed);
        const { person } = found;
        expect(await directory.reader.read(person)).toEqual(found);
        expect(await directory.reader.attributesHold(person, { sAMAccountName: found.username })).toBe(true);
        expect(await directory.reader.rules(person.domain, found)).toEqual({
          source: 'domain',
          readable: true,
          ...DOMAIN.rules,
        });
        expect(await directory.reader.rules(person.domain, undefined)).toMatchObject({ source: 'domain' });
        expect(await directory.reader.rights(person)).toEqual({ resetPassword: true, unlock: true });
      }
      expect(await account('NORD\\tove')).toMatchObject({ outsideLogonHours: true });
    });

    it('tries and changes passwords, and repairs, where the person is', async () => {
      const [corp, nord] = [await account('CORP\\alice'), await account('NORD\\alice')];
      const password = SECOND_CAST.find(({ username }) => username === 'alice')?.password ?? '';
      expect(await directory.passwords.tryPassword('NORD', nord, password)).toBe('right');
      expect(await directory.passwords.tryPassword('CORP', corp, member('alice').password)).toBe('right');
      expect(await directory.passwords.tryPassword('NORD', undefined, password)).toBe('wrong');
      await directory.repairs.at(nord.person, async (bench) => {
        expect(bench?.account).toEqual(await account('NORD\\alice'));
        expect(await bench?.reset('Brand-New-Secret-71')).toEqual({ kind: 'done' });
      });
      const change = { from: 'Brand-New-Secret-71', to: 'Another-New-Secret-82' };
      expect(await directory.passwords.changePassword(nord, change)).toEqual({ kind: 'done' });
      expect(await directory.passwords.tryPassword('CORP', corp, member('alice').password)).toBe('right');
    });

    it('knows no other domain, and says which it serves', async () => {
      const corp = await account('CORP\\alice');
      const other = { ...corp, person: { ...corp.person, domain: 'OTHER' } };
      for (const asked of [
        directory.reader.read(other.person),
        directory.reader.rules('OTHER', undefined),
        directory.reader.rights(other.person),
        directory.passwords.tryPassword('OTHER', undefined, 'x'),
        directory.passwords.changePassword(other, { from: 'a', to: 'b' }),
        directory.repairs.at(other.person, () => Promise.resolve()),
      ])
        await expect(asked).rejects.toMatchObject({
          code: 'directory-misbehaved',
          message: expect.stringMatching(/OTHER.*CORP, NORD/),
        });
    });
  });
}
