import { afterEach, expect, it, vi } from 'vitest';
import type { ListedPerson } from '../../../domain/ports/directory-reader.ts';
import {
  type LookAlike,
  type LookAlikeOptions,
  startLookAlike,
} from '../../../local/directory/look-alike.ts';
import { manyPeople } from '../../../local/directory/many-people.ts';
import { CAST, DOMAIN } from '../../../local/people.ts';
import { member } from '../../contracts/directory-person.ts';
import { portsOf, settingsOf } from './ports-of.ts';
import { wired } from './wired.ts';

const { relay, at, lookAlike } = wired();
const others: LookAlike[] = [];
afterEach(async () => {
  for (const other of others.splice(0)) await other.stop();
});

/** A listing of a look-alike that is special. */
async function special(options: LookAlikeOptions) {
  const other = await startLookAlike(options);
  others.push(other);
  return { other, reader: portsOf(settingsOf([other.url], other.ca)).reader };
}
const onePerson = async (listing: AsyncIterable<ListedPerson>): Promise<ListedPerson | undefined> => {
  for await (const person of listing) return person;
  return undefined;
};

it('leaves no connection behind when the reader breaks off, throws or comes to the end', async () => {
  const { reader } = at([relay().url]);
  const gone = () => vi.waitFor(() => expect(relay().open()).toBe(0));
  await onePerson(reader.people());
  await gone();
  const failing = async () => {
    for await (const { username } of reader.people()) throw new Error(`no more of ${username}`);
  };
  await expect(failing()).rejects.toThrow('no more of');
  await gone();
  await Array.fromAsync(reader.people());
  await gone();
  expect(relay().connections()).toBe(3);
});

it('asks nothing before the first person is wanted, and never for more than the page that is read', async () => {
  const { reader } = at([relay().url]);
  const listing = reader.people()[Symbol.asyncIterator]();
  expect(relay().connections()).toBe(0);
  const searches: number[] = [];
  for (let i = 0; i < 15; i += 1) {
    await listing.next();
    searches.push(lookAlike().counts().searches);
  }
  await listing.return?.();
  expect(searches).toEqual([...Array<number>(7).fill(1), ...Array<number>(7).fill(2), 3]);
});

it('goes on where it was when the connection is lost between two pages', async () => {
  const { reader } = at([relay().url]);
  const expected = (await Array.fromAsync(reader.people())).map(({ username }) => username);
  const names: string[] = [];
  for await (const { username } of reader.people()) {
    names.push(username);
    if (names.length % 7 === 0) await relay().cut();
  }
  expect(names).toEqual(expected);
  expect(relay().connections()).toBeGreaterThan(3);
});

it('fails when the directory is lost and does not come back', async () => {
  const { reader } = at([relay().url]);
  const reading = async () => {
    for await (const _ of reader.people()) await relay().stop();
  };
  await expect(reading()).rejects.toMatchObject({ code: 'directory-unreachable' });
});

it('takes the account of a trusting domain for nobody', async () => {
  lookAlike().arrange('bob', { trustAccount: true });
  const { reader } = at([lookAlike().url]);
  expect((await Array.fromAsync(reader.people())).map(({ username }) => username)).not.toContain('bob');
  expect(await reader.object('user', 'bob')).toBeUndefined();
});

it('says so when the server does not sort, instead of listing in another order', async () => {
  const { reader } = await special({ sorting: false });
  await expect(Array.fromAsync(reader.people())).rejects.toMatchObject({
    code: 'directory-misbehaved',
    message: expect.stringMatching(/^ldaps:.*sorted by sAMAccountName.*RFC 2891.*LDAP result 12/),
  });
  // A picker shows what it finds.
  expect(await reader.search('user', 'ali', 5)).toHaveLength(1);
});

it('takes a name that two units have for neither, and their distinguished names for each', async () => {
  const { reader } = await special({
    domain: { ...DOMAIN, organizationalUnits: [...DOMAIN.organizationalUnits, 'OU=Sales,OU=Servers'] },
  });
  expect(await reader.object('unit', 'Sales')).toBeUndefined();
  expect(await reader.search('unit', 'Sales', 5)).toHaveLength(2);
  const dn = `OU=Sales,OU=Servers,${DOMAIN.base}`;
  expect(await reader.object('unit', dn)).toMatchObject({ id: dn });
});

it('reads all groups of somebody whose groups the server shows in parts', async () => {
  const names = Array.from({ length: 11 }, (_, i) => `Team ${i}`);
  const teams = names.map((name) => ({ name, container: 'OU=Groups', memberOf: [], description: '' }));
  const { other, reader } = await special({
    mostValues: 3,
    domain: { ...DOMAIN, groups: [...DOMAIN.groups, ...teams] },
    cast: [{ ...member('alice'), groups: names }, member('bob')],
  });
  const groups = names.map((name) => other.sidOf(name));
  const people = await Array.fromAsync(reader.people({ groups }));
  expect(people.find(({ username }) => username === 'alice')?.groups).toEqual(groups);
  expect(people.find(({ username }) => username === 'bob')?.groups).toEqual([]);
});

it('calls privileged whom adminCount or a service principal name marks', async () => {
  lookAlike().arrange('bob', { adminCount: true });
  const people = await Array.fromAsync(at([lookAlike().url]).reader.people());
  const privileged = people.filter((person) => person.privileged).map(({ username }) => username);
  expect(privileged).toEqual(['Administrator', 'anna.admin', 'bob', 'krbtgt']);
});

it('lists thousands of people in pages, each by a look at no more than the page', async () => {
  const { other } = await special({ cast: [...CAST, ...manyPeople(3_000)] });
  const { reader } = portsOf({ ...settingsOf([other.url], other.ca), pageSize: 500 });
  const people = await Array.fromAsync(reader.people({ after: 'p000999' }));
  expect(people.filter(({ username }) => /^p\d{6}$/.test(username))).toHaveLength(2_000);
  expect(other.counts().searches).toBe(6);
});
