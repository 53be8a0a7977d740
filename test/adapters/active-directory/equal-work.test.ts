import { expect, it } from 'vitest';
import type { Account } from '../../../domain/ports/account.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import type { Counts } from '../../../local/directory/counts.ts';
import { present } from './present.ts';
import { wired } from './wired.ts';

const { lookAlike, at, alice } = wired();

it.each([
  ['somebody', 'alice'],
  ['nobody', 'nobody.here'],
  ['somebody of another domain', 'OTHER\\alice'],
])('finds %s with one connection, one bind, one search and one base read', async (_, typed) => {
  const { reader } = at([lookAlike().url]);
  await reader.find(present(readClaim(typed)));
  expect(lookAlike().counts()).toMatchObject({ connections: 1, binds: 1, searches: 2, modifies: 0 });
});

it('finds by a search form with as much work, whoever is found, and without one', async () => {
  const { reader } = at([lookAlike().url]);
  const work = [];
  for (const [name, template] of [
    ['alice', '(&(sAMAccountName=%name%)(objectClass=user))'],
    ['nobody.here', '(&(sAMAccountName=%name%)(objectClass=user))'],
    ['*', '(sAMAccountName=%name%)'],
    ['alice', undefined],
  ] as const) {
    const before = lookAlike().counts();
    const claim = { kind: 'attributes', values: { name } } as const;
    const found = await reader.find(claim, template === undefined ? {} : { template });
    const { connections, binds, searches } = lookAlike().counts();
    work.push([
      found.kind,
      connections - before.connections,
      binds - before.binds,
      searches - before.searches,
    ]);
  }
  expect(work).toEqual(['one', 'none', 'none', 'none'].map((kind) => [kind, 1, 1, 2]));
});

it.each([0, 1, 3, 12])(
  'takes one more base read for each of %i filters, whoever is asked for',
  async (count) => {
    const { reader } = at([lookAlike().url]);
    const filters = Array.from({ length: count }, (_, i) => `(|(sAMAccountName=alice)(sn=${i}))`);
    for (const typed of ['alice', 'nobody.here', 'OTHER\\alice']) {
      const before = lookAlike().counts();
      const found = await reader.find(present(readClaim(typed)), { filters });
      const { connections, binds, searches } = lookAlike().counts();
      expect(found.kind === 'one' ? found.account.filters : []).toEqual(typed === 'alice' ? filters : []);
      expect([connections - before.connections, binds - before.binds]).toEqual([1, 1]);
      expect(searches - before.searches).toBe(2 + count);
    }
  },
);

it('asks as much of the directory for the rules of nobody as for somebody’s', async () => {
  const { reader } = at([lookAlike().url]);
  const work = async (account: Account | undefined) => {
    const before = lookAlike().counts().searches;
    await reader.rules('CORP', account);
    return lookAlike().counts().searches - before;
  };
  const account = await alice();
  expect(await work(undefined)).toBe(await work(account));
});

it('compares attributes with one connection and one search, of somebody and of a person who is not there', async () => {
  const { reader } = at([lookAlike().url]);
  const { person } = await alice();
  for (const guid of [person.guid, '0f0f0f0f-1111-4222-8333-444444444444']) {
    const before = lookAlike().counts();
    await reader.attributesHold({ ...person, guid }, { sAMAccountName: 'alice', mail: 'x', sn: 'y' });
    const { connections, binds, searches } = lookAlike().counts();
    expect([connections - before.connections, binds - before.binds, searches - before.searches]).toEqual([
      1, 1, 1,
    ]);
  }
});

it('binds as often for a stranger’s password as for anybody’s', async () => {
  const { passwords } = at([lookAlike().url]);
  const account = await alice();
  const before = lookAlike().counts();
  await passwords.tryPassword('CORP', account, 'not-this-1');
  const between = lookAlike().counts();
  await passwords.tryPassword('CORP', undefined, 'not-this-1');
  const after = lookAlike().counts();
  const grown = (from: Readonly<Counts>, to: Readonly<Counts>) => [
    to.connections - from.connections,
    to.binds - from.binds,
    to.bindsRefused - from.bindsRefused,
  ];
  expect(grown(before, between)).toEqual([1, 1, 1]);
  expect(grown(between, after)).toEqual([1, 1, 1]);
});
