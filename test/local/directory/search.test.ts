import { Attribute, Change, Control, EqualityFilter } from 'ldapts';
import type { BerWriter } from 'ldapts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { CAST, DOMAIN } from '../../../local/people.ts';
import { BASE, dnOf, find, namesOf, on, READER, saidOf } from './connect.ts';

let ad: LookAlike;
beforeAll(async () => {
  ad = await startLookAlike();
});
afterAll(() => ad.stop());

const ROLE_GROUPS: readonly string[] = Object.values(DOMAIN.roleGroups);
const PEOPLE = '(&(objectCategory=person)(objectClass=user)(mail=*))';

describe('filters', () => {
  it.each([
    ['(sAMAccountName=ALICE)', ['alice']],
    ['(sn=herrera)', ['tomas']],
    ['(givenName=Tomas)', ['tomas']],
    ['(userPrincipalName=sofia.rossi@EXAMPLE.com)', ['sofia']],
    ['(sn=山田)', ['hanako']],
    [String.raw`(cn=O'Brien, Pat \28Ext\29 #1)`, ['obrien']],
    ['(&(sAMAccountName=a*)(!(sAMAccountName=*min*))(objectCategory=person)(!(givenName=Ada)))', ['alice']],
    ['(|(sAMAccountName=bob)(sAMAccountName=grace)(sAMAccountName=nobody))', ['bob', 'grace']],
    ['(displayName=*i*n*)', expect.arrayContaining(['nina', 'bob', 'obrien'])],
    ['(sAMAccountName=h*n*o)', ['hanako']],
    ['(sAMAccountName=ali*ice)', []],
    ['(&(objectCategory=person)(primaryGroupID>=513)(!(mail=*))(givenName=*))', ['miriam']],
    ['(&(pwdLastSet<=0)(objectCategory=person))', ['farid']],
    ['(&(accountExpires>=1)(accountExpires<=9223372036854775806))', ['erin']],
    ['(userAccountControl:1.2.840.113556.1.4.803:=262144)', ['sam']],
    ['(userAccountControl:1.2.840.113556.1.4.804:=262146)', ['Guest', 'dawit', 'krbtgt', 'sam']],
    ['(nosuchattribute=x)', []],
    ['(!(nosuchattribute=x))', []],
    ['(&(objectClass=computer)(objectCategory=computer))', ['DC1$']],
  ])('%s', async (filter, expected) => {
    expect(await namesOf(ad, filter)).toEqual(expected);
  });

  it('find the computer among users by class, not among persons by category', async () => {
    expect(await namesOf(ad, '(&(objectClass=user)(sAMAccountName=DC1$))')).toEqual(['DC1$']);
    expect(await namesOf(ad, '(&(objectCategory=person)(sAMAccountName=DC1$))')).toEqual([]);
  });

  it('look through nested groups, but never at the primary one', async () => {
    const chain = (group: string) =>
      namesOf(ad, `(&(objectCategory=person)(memberOf:1.2.840.113556.1.4.1941:=${group}))`);
    expect(await chain(`CN=Sales,OU=Groups,${BASE}`)).toEqual(['alice', 'hanako', 'sofia', 'tomas']);
    expect(await chain(`CN=Latchkey-Users,OU=Groups,${BASE}`)).toHaveLength(
      CAST.filter(({ groups }) => !groups.every((name) => ROLE_GROUPS.includes(name))).length,
    );
    expect(await chain(`CN=Domain Users,CN=Users,${BASE}`)).toEqual([]);
    expect(await namesOf(ad, `(member:1.2.840.113556.1.4.1941:=${dnOf(ad, 'alice')})`)).toEqual([
      'Latchkey-Users',
      'Sales',
      'Sales-EMEA',
    ]);
    expect(await namesOf(ad, `(&(objectCategory=person)(memberOf=CN=Sales,OU=Groups,${BASE}))`)).toEqual([
      'hanako',
    ]);
  });

  it('find objectGUID and objectSid by their bytes, though those are no text', async () => {
    const [alice] = await find(ad, {
      filter: '(sAMAccountName=alice)',
      explicitBufferAttributes: ['objectGUID', 'objectSid'],
    });
    for (const attribute of ['objectGUID', 'objectSid']) {
      const value = alice?.[attribute];
      if (!Buffer.isBuffer(value)) throw new TypeError('bytes were expected');
      expect(await namesOf(ad, new EqualityFilter({ attribute, value }))).toEqual(['alice']);
    }
    expect(await namesOf(ad, `(objectSid=${ad.sidOf('alice')})`)).toEqual(['alice']);
  });
});

describe('names to search from', () => {
  const at = (base: string) => find(ad, { base, scope: 'base', attributes: ['sAMAccountName'] });

  it('may be an objectGUID or an objectSid', async () => {
    expect((await at(`<GUID=${ad.guidOf('obrien')}>`))[0]?.dn).toBe(
      `CN=O'Brien\\, Pat (Ext) #1,OU=Staff,${BASE}`,
    );
    expect((await at(`<SID=${ad.sidOf('obrien')}>`))[0]?.['sAMAccountName']).toBe('obrien');
    expect(await saidOf(at('<GUID=00000000-0000-0000-0000-000000000000>'))).toMatch(/^32 0000208D/);
  });

  it('come back from the server in a form that finds the same object', async () => {
    for (const member of CAST)
      expect(await at(dnOf(ad, member.username))).toMatchObject([{ sAMAccountName: member.username }]);
  });

  it.each([
    ['gone', `CN=Gone,OU=Staff,${BASE}`, /^32 0000208D: NameErr: .*'OU=Staff,DC=corp,DC=example,DC=test'/s],
    ['no name at all', 'gibberish', /^34 0000208F/],
  ])('are answered when %s', async (_, base, expected) => {
    expect(await saidOf(at(base))).toMatch(expected);
  });

  it('of another domain are referred', async () => {
    await expect(at('DC=other,DC=test')).rejects.toThrow(/0000202B: RefErr.*'other.test'/s);
  });
});

describe('scopes', () => {
  it('reach the object, one level, or everything below', async () => {
    const count = async (scope: 'base' | 'one' | 'sub', base: string) =>
      (await find(ad, { base, scope, filter: '(objectClass=*)', attributes: ['1.1'] })).length;
    expect(await count('base', `OU=Staff,${BASE}`)).toBe(1);
    const inStaff = CAST.filter(({ ou }) => ou === 'OU=Staff').length;
    expect(await count('one', `OU=Staff,${BASE}`)).toBe(inStaff + 1);
    expect(await count('sub', `OU=Staff,${BASE}`)).toBe(
      CAST.filter(({ ou }) => ou.endsWith('OU=Staff')).length + 2,
    );
  });

  it('stop at the configuration, which is referred to', async () => {
    await on(ad, READER, async (client) => {
      const { searchEntries, searchReferences } = await client.search(BASE, {
        scope: 'sub',
        filter: '(objectClass=crossRef)',
      });
      expect(searchEntries).toEqual([]);
      expect(searchReferences).toContain(`ldap://corp.example.test/CN=Configuration,${BASE}`);
      const below = await client.search(`CN=Partitions,CN=Configuration,${BASE}`, {
        scope: 'sub',
        filter: '(nETBIOSName=*)',
      });
      expect(below.searchEntries).toMatchObject([{ nETBIOSName: 'CORP', dnsRoot: 'corp.example.test' }]);
    });
  });
});

describe('attributes', () => {
  const alice = async (attributes: string[]) =>
    (await find(ad, { filter: '(sAMAccountName=alice)', attributes }))[0];

  it('are answered in the schema’s spelling, and none for 1.1', async () => {
    expect(await alice(['SAMACCOUNTNAME', 'mAiL'])).toMatchObject({
      sAMAccountName: 'alice',
      mail: 'alice@corp.example.test',
    });
    // The empty '1.1' is ldapts' own.
    expect(await alice(['1.1'])).toEqual({ '1.1': [], dn: `CN=Alice Okafor,OU=Staff,${BASE}` });
  });

  it('leave computed ones and passwords out of “all”', async () => {
    const names = Object.keys((await alice(['*'])) ?? {});
    expect(names).toEqual(expect.arrayContaining(['cn', 'memberOf', 'pwdLastSet', 'userAccountControl']));
    expect(names).not.toContain('tokenGroups');
    expect(names).not.toContain('msDS-User-Account-Control-Computed');
    expect(names).not.toContain('nTSecurityDescriptor');
    expect(names).not.toContain('unicodePwd');
    expect((await alice(['unicodePwd']))?.['unicodePwd']).toEqual([]);
  });

  it('tell the domain’s rules at its head', async () => {
    expect((await find(ad, { base: BASE, scope: 'base', attributes: [] }))[0]).toMatchObject({
      minPwdLength: '10',
      pwdProperties: '1',
      pwdHistoryLength: '5',
      minPwdAge: '0',
      maxPwdAge: '-77760000000000',
      lockoutThreshold: '5',
      lockoutDuration: '-18000000000',
      lockOutObservationWindow: '-18000000000',
    });
  });
});

describe('computed attributes', () => {
  const computed = async (username: string, attribute: string) =>
    (await find(ad, { base: dnOf(ad, username), scope: 'base', attributes: [attribute] }))[0]?.[attribute];

  it('tokenGroups holds nested groups and the primary one, and only answers base searches', async () => {
    const options = { attributes: ['tokenGroups'], explicitBufferAttributes: ['tokenGroups'] };
    const [alice] = await find(ad, { base: dnOf(ad, 'alice'), scope: 'base', ...options });
    const sids = [alice?.['tokenGroups'] ?? []]
      .flat()
      .map((sid) => (Buffer.isBuffer(sid) ? sid.readUInt32LE(sid.length - 4) : 0));
    const rids = ['Sales-EMEA', 'Sales', 'Latchkey-Users', 'Domain Users', 'Users'].map((name) =>
      Number(ad.sidOf(name).split('-').at(-1)),
    );
    expect(new Set(sids)).toEqual(new Set(rids));
    expect(sids).toHaveLength(rids.length);
    expect(await saidOf(find(ad, { filter: '(sAMAccountName=alice)', ...options }))).toMatch(/^1 /);
  });

  it('tell when the password expires: never, at a time, or that it must be changed', async () => {
    const expiry = (username: string) => computed(username, 'msDS-UserPasswordExpiryTimeComputed');
    expect(await expiry('lena')).toBe('9223372036854775807');
    expect(await expiry('sam')).toBe('9223372036854775807');
    expect(await expiry('farid')).toBe('0');
    const set = BigInt(ad.person('priya')?.passwordLastSet ?? 0);
    expect(BigInt(String(await expiry('priya'))) - set).toBe(90n * 86_400n * 10_000_000n);
    const left = Number(BigInt(String(await expiry('priya'))) / 10_000n - 11_644_473_600_000n) - Date.now();
    expect(left / 86_400_000).toBeCloseTo(3, 1);
  });

  it('mark passwords that expired or must be changed, and nobody else', async () => {
    const bit = async (username: string) =>
      (Number(await computed(username, 'msDS-User-Account-Control-Computed')) & 0x80_0000) !== 0;
    for (const { username, passwordExpired, mustChange } of CAST)
      expect([username, await bit(username)]).toEqual([username, Boolean(passwordExpired ?? mustChange)]);
  });

  it('name the settings object of those who have one', async () => {
    const dn = `CN=PSO-VIP,CN=Password Settings Container,CN=System,${BASE}`;
    expect(await computed('victor', 'msDS-ResultantPSO')).toBe(dn);
    expect(await computed('alice', 'msDS-ResultantPSO')).toEqual([]);
    expect((await find(ad, { base: dn, scope: 'base' }))[0]).toMatchObject({
      'msDS-MinimumPasswordLength': '16',
      'msDS-PasswordComplexityEnabled': 'TRUE',
      'msDS-LockoutDuration': '-6000000000',
      'msDS-PSOAppliesTo': `CN=VIPs,OU=Groups,${BASE}`,
    });
  });
});

/** A page of five from a cookie that was never given out. */
class PageFive extends Control {
  protected override writeControl(writer: BerWriter): void {
    writer.writeBuffer(Buffer.from('300d02010504080011223344556677', 'hex'), 0x04);
  }
}

describe('limits', () => {
  it('stop a search at sizeLimit', async () => {
    await on(ad, READER, async (client) => {
      const { searchEntries } = await client.search(BASE, { scope: 'sub', filter: PEOPLE, sizeLimit: 2 });
      expect(searchEntries).toHaveLength(2);
    });
  });

  it('page through everybody exactly once', async () => {
    await on(ad, READER, async (client) => {
      const sizes: number[] = [];
      const names: string[] = [];
      for await (const { searchEntries } of client.searchPaginated(BASE, {
        scope: 'sub',
        filter: PEOPLE,
        paged: { pageSize: 5 },
      })) {
        sizes.push(searchEntries.length);
        names.push(...searchEntries.map((entry) => String(entry['sAMAccountName'])));
      }
      expect(names.sort()).toEqual([...(await namesOf(ad, PEOPLE))]);
      expect(new Set(names).size).toBe(names.length);
      expect(Math.max(...sizes)).toBe(5);
    });
  });

  it('do not know a page of another connection', async () => {
    const foreign = new PageFive('1.2.840.113556.1.4.319', { critical: true });
    expect(await saidOf(find(ad, { filter: PEOPLE }, [foreign]))).toMatch(/^53 00000057/);
  });

  it('refuse what must be understood and is not', async () => {
    const unknown = (critical: boolean) => [new Control('1.2.3.4', { critical })];
    expect(await saidOf(find(ad, { filter: PEOPLE }, unknown(true)))).toMatch(/^12 /);
    expect(await saidOf(find(ad, { filter: PEOPLE }, unknown(false)))).toBe('ok');
  });
});

describe('the rootDSE', () => {
  it('may be read by anyone, and is all that anyone may read', async () => {
    await on(ad, [], async (client) => {
      const { searchEntries } = await client.search('', { scope: 'base', filter: '(objectClass=*)' });
      expect(searchEntries[0]).toMatchObject({
        defaultNamingContext: BASE,
        dnsHostName: 'dc1.corp.example.test',
        isGlobalCatalogReady: 'TRUE',
      });
      expect(searchEntries[0]?.['supportedControl']).toContain('1.2.840.113556.1.4.2239');
      expect(await saidOf(client.search(BASE, { filter: '(cn=*)' }))).toMatch(
        /^1 000004DC: LdapErr: .*successful bind/,
      );
      const change = new Change({
        operation: 'replace',
        modification: new Attribute({ type: 'lockoutTime', values: ['0'] }),
      });
      expect(await saidOf(client.modify(dnOf(ad, 'bob'), change))).toMatch(/^1 000004DC/);
    });
  });
});
