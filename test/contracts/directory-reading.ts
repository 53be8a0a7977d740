import { beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../domain/ports/account.ts';
import { CAST, DOMAIN } from '../../local/people.ts';
import { accountOf } from './directory-person.ts';
import type { DirectoryUnderTest } from './directory.ts';

const NOT_ANYONE = { domain: DOMAIN.netbios, guid: '00000000-1111-4222-8333-444444444444' };
const DAY_MS = 86_400_000;
const ridOf = (sid: string): string => sid.slice(sid.lastIndexOf('-') + 1);

export function readingContract(name: string, open: () => Promise<DirectoryUnderTest>): void {
  describe(`reading accounts in ${name}`, () => {
    let directory: DirectoryUnderTest;
    beforeAll(async () => {
      directory = await open();
    });

    it.each(CAST)('shows what is the matter with $username: $trouble', async (person) => {
      const account = await accountOf(directory, person.username);
      expect(account).toMatchObject({
        username: person.username,
        displayName: person.displayName,
        userPrincipalName: person.upn,
        locked: person.locked === true,
        disabled: person.disabled === true,
        accountExpired: person.accountExpired === true,
        smartCardRequired: person.smartCard === true,
        cannotChangePassword: person.cannotChangePassword === true,
        mustChangePassword: person.mustChange === true,
        passwordExpired: person.passwordExpired === true,
        adminCount: person.adminCount === true,
        hasServicePrincipalName: false,
        outsideLogonHours: person.logonHours !== undefined,
        formerSids: person.formerSids ?? [],
      });
      expect(account.mail).toBe(person.mail);
      expect(account.mobile).toBe(person.mobile);
      expect(account.distinguishedName.endsWith(`,${person.ou},${DOMAIN.base}`)).toBe(true);
      expect(account.lockoutTime !== '0').toBe(person.locked === true);
    });

    it('names a person by the objectGUID in lower case, and their group and own SIDs in full', async () => {
      const account = await accountOf(directory, 'alice');
      expect(account.person.domain).toBe('CORP');
      expect(account.person.guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      for (const sid of [account.sid, ...account.groups])
        expect(sid).toMatch(/^S-1-5-(21-\d+-\d+-\d+|32)-\d+$/);
    });

    it('counts nested groups and the primary group among a person’s groups', async () => {
      const own = ({ sid, groups }: Account): string[] =>
        groups.filter((group) => group.startsWith(sid.slice(0, sid.lastIndexOf('-'))));
      const bob = own(await accountOf(directory, 'bob'));
      expect(bob.map(ridOf)).toContain('513');
      const [users, ...others] = bob.filter((sid) => ridOf(sid) !== '513');
      expect(others).toEqual([]);
      const sales = own(await accountOf(directory, 'hanako')).filter((sid) => !bob.includes(sid));
      expect(sales).toHaveLength(1);
      // Alice is in Sales-EMEA only; that is in Sales, which is in Latchkey-Users.
      const alice = own(await accountOf(directory, 'alice'));
      expect(alice).toEqual(expect.arrayContaining([users, ...sales]));
      expect(alice).toHaveLength(4);
    });

    it('reads the same account again by its person, also from the domain controller that showed it', async () => {
      const account = await accountOf(directory, 'alice');
      expect(await directory.reader.read(account.person)).toEqual(account);
      expect(await directory.reader.read(account.person, { on: account.domainController })).toEqual(account);
    });

    it('says of a person who is gone that there is none', async () => {
      expect(await directory.reader.read(NOT_ANYONE)).toBeUndefined();
    });

    it('will not ask a domain controller it was not told of, nor for a person of another domain', async () => {
      const { person } = await accountOf(directory, 'alice');
      await expect(directory.reader.read(person, { on: 'ldaps://elsewhere.test' })).rejects.toMatchObject({
        code: 'directory-unreachable',
      });
      for (const other of [
        { ...person, domain: 'OTHER' },
        { ...person, guid: `${person.guid}>` },
      ])
        await expect(directory.reader.read(other)).rejects.toMatchObject({ code: 'directory-misbehaved' });
    });

    it.each<readonly [boolean, string, Readonly<Record<string, string>>]>([
      [true, 'one that is', { sAMAccountName: 'alice' }],
      [true, 'all that are, whatever the case', { samaccountname: 'ALICE', OBJECTCLASS: 'user' }],
      [false, 'one that is and one that is not', { sAMAccountName: 'alice', displayName: 'Bob' }],
      [false, 'the beginning of one', { sAMAccountName: 'ali' }],
      [false, 'an asterisk', { sAMAccountName: '*' }],
      [false, 'a filter', { sAMAccountName: 'alice)(objectClass=*' }],
      [false, 'another way to write an A', { sAMAccountName: '\\61lice' }],
      [false, 'a value of an attribute she has none of', { employeeID: '1' }],
      [false, 'an attribute that there is not', { noSuchAttribute: 'alice' }],
    ])('says %s of somebody’s attributes to %s', async (holds, _what, given) => {
      const { person } = await accountOf(directory, 'alice');
      expect(await directory.reader.attributesHold(person, given)).toBe(holds);
    });

    it('compares what has accents, parentheses or another script as it is', async () => {
      for (const { username } of CAST.filter(({ displayName }) => /[^\w .'-]/.test(displayName))) {
        const { person, displayName } = await accountOf(directory, username);
        expect(await directory.reader.attributesHold(person, { displayName })).toBe(true);
        expect(await directory.reader.attributesHold(person, { displayName: `${displayName})` })).toBe(false);
      }
    });

    it('says no of the attributes of a person who is gone, and asks nothing of nobody’s, or of another domain’s', async () => {
      const given = { sAMAccountName: 'alice' };
      expect(await directory.reader.attributesHold(NOT_ANYONE, given)).toBe(false);
      const { person } = await accountOf(directory, 'alice');
      for (const [whose, what] of [
        [person, {}],
        [person, { sAMAccountName: '' }],
        [person, { 'sAMAccountName;binary': 'alice' }],
        [{ ...person, domain: 'OTHER' }, given],
      ] as const)
        await expect(directory.reader.attributesHold(whose, what)).rejects.toMatchObject({
          code: 'directory-misbehaved',
        });
    });

    it('tells when a password and when an account expires or expired, and of those that never do nothing', async () => {
      const near = (time: number | undefined, days: number) =>
        expect(Math.abs((time ?? NaN) - (Date.now() + days * DAY_MS))).toBeLessThan(DAY_MS / 2);
      near((await accountOf(directory, 'priya')).passwordExpiresAt, 3);
      near((await accountOf(directory, 'alice')).passwordExpiresAt, 70);
      near((await accountOf(directory, 'victor')).passwordExpiresAt, 160);
      near((await accountOf(directory, 'grace')).passwordExpiresAt, -110);
      near((await accountOf(directory, 'erin')).accountExpiresAt, -30);
      for (const username of ['lena', 'farid', 'sam'])
        expect([username, (await accountOf(directory, username)).passwordExpiresAt]).toEqual([
          username,
          undefined,
        ]);
      expect(await accountOf(directory, 'alice')).not.toHaveProperty('accountExpiresAt');
    });

    it('tells no rules of another domain, not even to a stranger of it', async () => {
      for (const account of [undefined, await accountOf(directory, 'alice')])
        await expect(directory.reader.rules('OTHER', account)).rejects.toMatchObject({
          code: 'directory-misbehaved',
        });
    });

    it('tells the domain’s password rules for most people, and for nobody', async () => {
      const expected = { source: 'domain', readable: true, ...DOMAIN.rules };
      expect(await directory.reader.rules('CORP', await accountOf(directory, 'alice'))).toEqual(expected);
      expect(await directory.reader.rules('CORP', undefined)).toEqual(expected);
    });

    it('tells the stricter rules of somebody to whom a settings object applies', async () => {
      const told = await directory.reader.rules('CORP', await accountOf(directory, 'victor'));
      const { name: source, precedence: _, appliesTo: __, ...rules } = { ...DOMAIN.passwordSettings[0] };
      expect(told).toEqual({ source, readable: true, ...rules });
    });
  });
}
