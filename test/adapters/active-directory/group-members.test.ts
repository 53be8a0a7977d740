import type { Entry } from 'ldapts';
import { expect, it } from 'vitest';
import { checkedDomain } from '../../../adapters/active-directory/domain-settings.ts';
import { groupMembers, nameKey } from '../../../adapters/active-directory/group-members.ts';
import { heldFilters } from '../../../adapters/active-directory/held-filters.ts';
import { allTexts } from '../../../adapters/active-directory/ranged-values.ts';
import { Failure } from '../../../domain/failure.ts';
import { encodeSid } from '../../../local/directory/security-identifier.ts';
import { settingsOf } from './ports-of.ts';

const domain = checkedDomain(settingsOf(['ldaps://dc.test'], 'a certificate'));
const url = 'ldaps://dc.test';
const dn = (name: string) => `CN=${name},DC=test`;
const group = (name: string, rid: string, memberOf: readonly string[]): Entry => ({
  dn: dn(name),
  objectSid: encodeSid(rid),
  memberOf: memberOf.map(dn),
});

/** A server that shows these groups as what is within `Top`, in pages of two. */
const serverOf = (top: Entry, within: readonly Entry[]) => ({
  url,
  readEntry: (name: string) => Promise.resolve(name.startsWith('<SID=') ? top : undefined),
  async *pages() {
    for (let at = 0; at < within.length; at += 2) yield within.slice(at, at + 2);
  },
});

it('hands membership on through security groups only, in whatever order and circles they come', async () => {
  // The server leaves distribution groups out: Lost is in Top by way of one, and so in nobody's token.
  const server = serverOf(group('Top', 'S-1-5-32-545', []), [
    group('Deep', 'S-1-5-21-1-2-3-1003', ['Middle']),
    group('Lost', 'S-1-5-21-1-2-3-1004', ['A distribution group']),
    group('Circle', 'S-1-5-21-1-2-3-1005', ['Deep', 'Circle']),
    group('Middle', 'S-1-5-21-1-2-3-1002', ['TOP', 'Circle']),
  ]);
  const [members, ...more] = await groupMembers(server, domain, ['s-1-5-32-545', 'S-1-5-32-545', 'no SID']);
  expect(more).toEqual([]);
  expect(members?.sid).toBe('S-1-5-32-545');
  expect([...(members?.within ?? [])].toSorted()).toEqual(
    ['Circle', 'Deep', 'Middle', 'Top'].map((name) => nameKey(dn(name))),
  );
  // A builtin group's number is no primaryGroupID.
  expect([...(members?.rids ?? [])].toSorted()).toEqual(['1002', '1003', '1005']);
});

it('fails, and names the person, when the server does not show the rest of their groups', async () => {
  const connection = { url, readEntry: () => Promise.resolve(undefined) };
  const entry = { dn: dn('Somebody'), memberOf: [], 'memberOf;range=0-1': [dn('A'), dn('B')] };
  await expect(allTexts(connection, entry, 'memberOf')).rejects.toMatchObject({
    code: 'directory-misbehaved',
    message: expect.stringContaining(dn('Somebody')),
  });
});

it('does not go round for ever with a server that shows the same part again', async () => {
  const entry = { dn: dn('Somebody'), 'memberOf;range=0-1': [dn('A'), dn('B')] };
  const connection = { url, readEntry: () => Promise.resolve(entry) };
  await expect(allTexts(connection, entry, 'memberOf')).rejects.toBeInstanceOf(Failure);
});

it('names the filters when the server refuses one of them, and says where to correct it', async () => {
  const refusal = new Failure('directory-misbehaved', `${url} answered LDAP result 18`);
  const held = heldFilters({ fits: () => Promise.reject(refusal) }, dn('Somebody'), ['(sn=x)']);
  await expect(held).rejects.toMatchObject({
    code: 'directory-misbehaved',
    message: `${url} answered LDAP result 18 (to the LDAP filter (sn=x)); correct that filter in the user configuration`,
  });
});
