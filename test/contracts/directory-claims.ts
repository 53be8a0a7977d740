import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectoryReader } from '../../domain/ports/directory-reader.ts';
import type { ClaimForms } from '../../domain/recovery/claim-forms.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import { theOne } from './directory-person.ts';
import type { DirectoryDifferences } from './directory.ts';

/** Somebody, by what they may be found by. */
export interface Claimable {
  readonly username: string;
  readonly upn: string;
  readonly mail?: string;
  readonly employeeId?: string;
}

/** People whose names are, here and there, another's number, mailbox or principal name. */
export const CLAIMABLE: readonly Claimable[] = [
  { username: 'ruth', upn: 'r.one@example.com', mail: 'ruth@mail.example.net', employeeId: '70001' },
  { username: '70001', upn: 'seventy@example.com', employeeId: '70009' },
  {
    username: 'ben.two',
    upn: 'b.two@unlisted.example.org',
    mail: 'desk@mail.example.net',
    employeeId: '70002',
  },
  { username: 'cleo', upn: 'ruth@mail.example.net', mail: 'desk@mail.example.net', employeeId: '70002' },
  ...Array.from({ length: 7 }, (_, i) => ({
    username: `crowd-${i}`,
    upn: `crowd-${i}@example.com`,
    mail: 'crowd@mail.example.net',
  })),
];

/** One whose explicit principal name is what another's implicit one is. */
export const NAMESAKE: Claimable = { username: 'ruth.again', upn: 'ruth@corp.example.test' };

export interface ClaimsUnderTest {
  readonly reader: DirectoryReader;
  readonly done: () => Promise<void>;
}

const NONE: ClaimForms = { bareName: false, domainName: false, principalName: false, mail: false };
const ALL: ClaimForms = {
  bareName: true,
  domainName: true,
  principalName: true,
  mail: true,
  employeeNumber: 'employeeID',
};

/** What is typed, the one form by which it names somebody, and whom. */
const NAMED = [
  ['ben.two', 'bareName', 'ben.two'],
  ['CORP\\ben.two', 'domainName', 'ben.two'],
  ['corp.example.test\\Ben.Two', 'domainName', 'ben.two'],
  ['R.One@example.com', 'principalName', 'ruth'],
  ['b.two@unlisted.example.org', 'principalName', 'ben.two'],
  ['ben.two@corp.example.test', 'principalName', 'ben.two'],
  ['ruth@mail.example.net', 'principalName', 'cleo'],
  ['RUTH@mail.example.net', 'mail', 'ruth'],
  ['70009', 'employeeNumber', '70001'],
  [' ７０００１ ', 'employeeNumber', 'ruth'],
  ['70001', 'bareName', '70001'],
] as const;

/** What more than one is called by all the forms together. */
const AMBIGUOUS = [
  ['desk@mail.example.net', 'two have that mailbox', ['CORP\\ben.two', 'CORP\\cleo']],
  ['70002', 'two have that number', ['CORP\\ben.two', 'CORP\\cleo']],
  ['70001', 'one’s number is another’s user name', ['CORP\\70001', 'CORP\\ruth']],
  ['ruth@mail.example.net', 'one’s mailbox is another’s principal name', ['CORP\\cleo', 'CORP\\ruth']],
] as const;

/** What claims mean. */
export function claimsContract(
  name: string,
  open: () => Promise<ClaimsUnderTest>,
  { namesakes }: Pick<DirectoryDifferences, 'namesakes'>,
): void {
  describe(`what people may type in ${name}`, () => {
    let directory: ClaimsUnderTest;
    const find = async (typed: string, forms: ClaimForms) => {
      const claim = readClaim(typed);
      return claim ? directory.reader.find(claim, { forms }) : expect.fail(`“${typed}” is no claim`);
    };
    const one = (form: keyof ClaimForms) => ({ ...NONE, [form]: ALL[form] });
    const without = (form: keyof ClaimForms): ClaimForms => {
      const { employeeNumber, ...others } = ALL;
      return form === 'employeeNumber'
        ? others
        : { ...others, ...(employeeNumber !== undefined && { employeeNumber }), [form]: false };
    };
    beforeAll(async () => {
      directory = await open();
    });
    afterAll(() => directory.done());

    it.each(NAMED)('“%s” names somebody as %s', async (typed, form, username) => {
      expect(theOne(await find(typed, one(form))).username).toBe(username);
    });

    it.each(NAMED)('“%s” names nobody as %s (%s) where that form is off', async (typed, form, username) => {
      expect(await find(typed, NONE)).toEqual({ kind: 'none' });
      // Another form may take the same text for somebody else.
      const found = await find(typed, without(form));
      if (found.kind === 'one') expect(found.account.username).not.toBe(username);
      else expect(found).toEqual({ kind: 'none' });
    });

    it.each(AMBIGUOUS)('“%s” names nobody, for %s; administrators are told who', async (typed, _, names) => {
      expect(await find(typed, ALL)).toEqual({ kind: 'ambiguous', names });
    });

    it('names five of a crowd', async () => {
      const found = await find('crowd@mail.example.net', ALL);
      expect(found).toMatchObject({ kind: 'ambiguous' });
      const names = found.kind === 'ambiguous' ? found.names : [];
      expect(new Set(names).size).toBe(5);
      expect(names.filter((one_) => !/^CORP\\crowd-\d$/.test(one_))).toEqual([]);
    });

    it.each([
      ['somebody by all of it', { mail: 'ruth@mail.example.net', employeeID: '70001' }, 'ruth'],
      ['nobody, where two have both', { mail: 'desk@mail.example.net', employeeID: '70002' }, ''],
      ['nobody, where a part is another’s', { mail: 'ruth@mail.example.net', employeeID: '70002' }, ''],
      ['nobody by what a filter is made of', { mail: '*', employeeID: '70001' }, ''],
      ['nobody by what ends a filter', { mail: 'ruth@mail.example.net)(cn=*', employeeID: '70001' }, ''],
      ['nobody by what is escaped already', { mail: '\\2a', employeeID: '70001' }, ''],
    ])('a search form names %s', async (_, values, username) => {
      const template = '(&(mail=%mail%)(employeeID=%employeeID%))';
      const claim = { kind: 'attributes', values } as const;
      const found = await directory.reader.find(claim, { forms: NONE, template });
      if (username === '') expect(found.kind).not.toBe('one');
      else expect(theOne(found).username).toBe(username);
      expect(await directory.reader.find(claim, { forms: ALL })).toEqual({ kind: 'none' });
    });

    it('has only user names and principal names on, unless it is told otherwise', async () => {
      for (const [typed, form, username] of NAMED) {
        const claim = readClaim(typed) ?? expect.fail('no claim');
        const found = await directory.reader.find(claim);
        if (form === 'mail' || form === 'employeeNumber')
          expect([typed, found]).not.toMatchObject([typed, { account: { username } }]);
        else expect(theOne(found).username).toBe(username);
      }
    });

    it.runIf(namesakes)(
      '“ruth@corp.example.test” names nobody, for it is one’s explicit and another’s implicit name',
      async () => {
        expect(await find('ruth@corp.example.test', ALL)).toEqual({
          kind: 'ambiguous',
          names: ['CORP\\ruth', 'CORP\\ruth.again'],
        });
        expect(theOne(await find('CORP\\ruth', ALL)).username).toBe('ruth');
      },
    );
  });
}
