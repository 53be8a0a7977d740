import { describe, expect, it } from 'vitest';
import { decoyPerson } from '../../../domain/recovery/decoy.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import { aProduct } from '../../support/product.ts';

const { ports, configuration } = aProduct();
const decoyOf = (typed: string) => {
  const claim = readClaim(typed);
  if (!claim) throw new Error(`${typed} can name nobody`);
  return decoyPerson(ports, claim, configuration);
};

describe('the decoy of a stranger', () => {
  it('is always the same for the same name', async () => {
    expect(await decoyOf('nobody')).toEqual(await decoyOf(' NOBODY '));
  });

  it('is the same whether or not the domain is typed, as a person would be', async () => {
    expect(await decoyOf('CORP\\nobody')).toEqual(await decoyOf('nobody'));
  });

  it('is another for every other name, and for another domain', async () => {
    const names = ['nobody', 'nobody2', 'OTHER\\nobody', 'nobody@corp.example', ...Array.from('abcdefghij')];
    const guids = await Promise.all(names.map(async (name) => (await decoyOf(name)).guid));
    expect(new Set(guids).size).toBe(names.length);
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
