import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Found } from '../../domain/ports/directory-reader.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import { CAST } from '../../local/people.ts';
import { accountOf, theOne } from './directory-person.ts';
import type { DirectoryUnderTest } from './directory.ts';

/** What somebody may type, and who is meant. */
const SPELLINGS: readonly (readonly [typed: string, username: string])[] = [
  ['alice', 'alice'],
  ['ALICE', 'alice'],
  ['  alice  ', 'alice'],
  ['ａｌｉｃｅ', 'alice'],
  ['CORP\\alice', 'alice'],
  ['corp\\Alice', 'alice'],
  ['corp.example.test\\alice', 'alice'],
  ['alice@corp.example.test', 'alice'],
  ['ALICE@Corp.Example.Test', 'alice'],
  ['sofia.rossi@example.com', 'sofia'],
  ['Sofia.Rossi@EXAMPLE.com', 'sofia'],
  ['sofia@corp.example.test', 'sofia'],
];

/** What names nobody, and why one might think otherwise. */
const NOBODY = [
  ['nobody.here', 'no such name'],
  ['OTHER\\alice', 'another domain'],
  ['alice@other.test', 'another suffix'],
  ['sofia@example.com', 'a suffix of the domain, but not her principal name'],
  ['Alice Okafor', 'a display name'],
  ['VIPs', 'a group'],
  ['dc1$', 'a computer'],
  ['*', 'everybody, were it a filter'],
] as const;

export function findingContract(name: string, open: () => Promise<DirectoryUnderTest>): void {
  describe(`finding people in ${name}`, () => {
    let directory: DirectoryUnderTest;
    const find = async (typed: string): Promise<Found> => {
      const claim = readClaim(typed);
      return claim ? directory.reader.find(claim) : { kind: 'none' };
    };
    beforeAll(async () => {
      directory = await open();
    });

    it.each(SPELLINGS)('takes “%s” for %s', async (typed, username) => {
      expect(theOne(await find(typed)).username).toBe(username);
    });

    it.each(NOBODY)('finds nobody by “%s”: %s', async (typed) => {
      expect(await find(typed)).toEqual({ kind: 'none' });
    });

    it('finds everybody in the cast by username and by principal name, and they are the same person', async () => {
      for (const { username, upn } of CAST)
        expect(theOne(await find(upn))).toMatchObject({
          username,
          person: (await accountOf(directory, username)).person,
        });
    });

    it('finds nobody by a name with the metacharacters of filters and distinguished names', async () => {
      const piece = fc.oneof(
        fc.constantFrom(
          '*',
          '(',
          ')',
          '\\',
          '\\2a',
          '\\00',
          '&',
          '|',
          '!',
          ')(',
          '=*',
          ',',
          '+',
          '"',
          '<',
          '>',
          ';',
          '#',
        ),
        fc.constantFrom('alice', 'a', 'sAMAccountName', 'objectClass=*', 'CN='),
      );
      const hostile = fc
        .array(piece, { minLength: 1, maxLength: 8 })
        .map((pieces) => pieces.join(''))
        .filter((text) => /[^\w.=]/.test(text));
      const claims = fc.oneof(
        hostile.map((text) => ({ kind: 'account-name', name: text }) as const),
        hostile.map((text) => ({ kind: 'user-principal-name', upn: `${text}@corp.example.test` }) as const),
      );
      await fc.assert(
        fc.asyncProperty(claims, async (claim) => {
          expect(await directory.reader.find(claim)).toEqual({ kind: 'none' });
        }),
        { numRuns: 60 },
      );
    });

    it('shows a name full of hostile characters as it is, and finds its owner again by it', async () => {
      const account = await accountOf(directory, 'obrien');
      expect(account.displayName).toBe("O'Brien, Pat (Ext) #1");
      expect(account.distinguishedName).toMatch(/^CN=O'Brien\\, Pat \(Ext\) (\\#|#)1,OU=Staff,/);
      expect(await directory.reader.read(account.person)).toEqual(account);
      expect(await directory.passwords.tryPassword('CORP', account, 'Gravel-Meadow-63')).toBe('right');
    });
  });
}
