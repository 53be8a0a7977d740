import { describe, expect, it } from 'vitest';
import { decoyPerson } from '../../../domain/recovery/decoy.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import { aProduct } from '../../support/product.ts';

const { ports, configuration } = aProduct();
const decoyOf = (typed: string, given = configuration) => {
  const claim = readClaim(typed);
  if (!claim) throw new Error(`${typed} can name nobody`);
  return decoyPerson(ports, claim, given);
};

const CORP = { netbiosName: 'CORP', dnsName: 'corp.example', upnSuffixes: ['example.com'] };
const LABS = { netbiosName: 'LABS', dnsName: 'labs.example', upnSuffixes: ['example.com'] };
const TWO = { ...configuration, domains: [CORP, LABS] };

describe('the decoy of a stranger', () => {
  it('is always the same for the same name', async () => {
    expect(await decoyOf('nobody')).toEqual(await decoyOf(' NOBODY '));
  });

  it.each(['CORP\\nobody', 'corp.example\\nobody', 'nobody@corp.example'])(
    'is the same for %s as for the bare name, as a person would be',
    async (spelling) => {
      expect(await decoyOf(spelling)).toEqual(await decoyOf('nobody'));
    },
  );

  it('is of the domain that was typed', async () => {
    for (const spelling of ['LABS\\nobody', 'labs.example\\nobody', 'nobody@labs.example'])
      expect(await decoyOf(spelling, TWO)).toEqual({
        ...(await decoyOf('LABS\\nobody', TWO)),
        domain: 'LABS',
      });
    expect(await decoyOf('nobody', TWO)).toMatchObject({ domain: 'CORP' });
  });

  it('is of any domain that has the suffix, and always of the same', async () => {
    const names = Array.from('abcdefghijklmnopqrst', (letter) => `${letter}@example.com`);
    const decoys = await Promise.all(names.map((name) => decoyOf(name, TWO)));
    expect(new Set(decoys.map(({ domain }) => domain))).toEqual(new Set(['CORP', 'LABS']));
    expect(await Promise.all(names.map((name) => decoyOf(name.toUpperCase(), TWO)))).toEqual(decoys);
  });

  it('is another for every other name, and for another domain', async () => {
    const names = [
      'nobody',
      'nobody2',
      'OTHER\\nobody',
      'nobody@elsewhere.example',
      ...Array.from('abcdefghij'),
    ];
    const guids = await Promise.all(names.map(async (name) => (await decoyOf(name)).guid));
    expect(new Set(guids).size).toBe(names.length);
  });

  it('is the same whatever the accents of the name and its kana, as Active Directory compares', async () => {
    expect(await decoyOf('Jos\u00e9')).toEqual(await decoyOf('jose'));
    expect(await decoyOf('\u305f\u306a\u304b')).toEqual(await decoyOf('\u30bf\u30ca\u30ab'));
  });

  it('is of the domain whose implicit name it is, though others have that as a suffix', async () => {
    const labs = { ...LABS, upnSuffixes: ['corp.example'] };
    const given = { ...configuration, domains: [CORP, labs] };
    expect(await decoyOf('nobody@corp.example', given)).toEqual(await decoyOf('CORP\\nobody', given));
  });

  it.each([
    ['a bare name', { bareName: false }, 'nobody'],
    ['a name with its domain', { domainName: false }, 'CORP\\nobody'],
    ['an implicit principal name', { principalName: false }, 'nobody@corp.example'],
    ['a mail address', { principalName: false, mail: true }, 'nobody@corp.example'],
    ['an employee number', { employeeNumber: 'employeeID' }, '104217'],
  ])('is its own for %s, where that is no user name of anybody', async (_, off, typed) => {
    const given = { ...configuration, claims: { ...configuration.claims, ...off } };
    const alone = await decoyOf(typed, given);
    const name = typed.replace(/^.*\\|@.*$/g, '');
    for (const other of [name, `CORP\\${name}`, `${name}@corp.example`])
      if (other !== typed) expect(await decoyOf(other, given)).not.toEqual(alone);
  });

  it('looks like any person of the domain', async () => {
    const { domain, guid } = await decoyOf('nobody');
    expect(domain).toBe('CORP');
    expect(guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('is made with a key: without it nobody can tell whose it is', async () => {
    const otherKey = { quickTag: async () => 'B'.repeat(43) };
    const claim = { kind: 'account-name', name: 'nobody' } as const;
    const other = await decoyPerson({ mac: { ...ports.mac, ...otherKey } }, claim, configuration);
    expect(other).not.toEqual(await decoyOf('nobody'));
  });
});
