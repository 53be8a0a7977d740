import type { AccountState, Entry } from './entry.ts';
import { UAC } from './entry.ts';
import { generalizedTime } from './filetime.ts';
import { encodeGuid } from './guid.ts';
import { directGroups } from './membership.ts';
import { CATEGORIES, schemaOf } from './schema.ts';
import { encodeSid } from './security-identifier.ts';
import type { World } from './world.ts';

/** Values as text where the attribute is text, else as bytes. */
export type Values = readonly (string | Buffer)[];

const NONE: Values = [];
/** When the domain was made: a Saturday in 2022. */
const CREATED = 132_885_792_000_000_000n;

/** The stored (not constructed) values of an attribute in the schema's spelling; none is an empty list. */
export function storedValues(world: World, entry: Entry, name: string): Values {
  const derive = DERIVED[name];
  if (derive) return derive(world, entry);
  const state = world.account(entry);
  return (state && (ACCOUNT[name]?.(state) ?? state.written?.[name])) ?? entry.attributes[name] ?? NONE;
}

/** Names of the stored attributes an object has values of, in the schema's spelling. */
export function storedNames(world: World, entry: Entry): readonly string[] {
  const state = world.account(entry);
  const names = [
    ...Object.keys(DERIVED),
    ...Object.keys(entry.attributes),
    ...Object.keys(state ? ACCOUNT : {}),
    ...Object.keys(state?.written ?? {}),
  ];
  return [...new Set(names)].filter((name) => schemaOf(name) && storedValues(world, entry, name).length > 0);
}

const DERIVED: Readonly<Record<string, (world: World, entry: Entry) => Values>> = {
  objectClass: (_, entry) => entry.classes,
  distinguishedName: (_, entry) => [entry.dn],
  objectGUID: (_, entry) => [encodeGuid(entry.guid)],
  objectSid: (_, entry) => (entry.sid ? [encodeSid(entry.sid)] : NONE),
  sIDHistory: (_, { attributes }) => (attributes['sIDHistory'] ?? NONE).map((sid) => encodeSid(String(sid))),
  logonHours: (_, entry) => [logonHours(entry) ?? []].flat(),
  objectCategory: (world, entry) => [categoryDn(world, entry.classes.at(-1) ?? 'top')],
  instanceType: () => ['4'],
  whenCreated: () => [generalizedTime(CREATED)],
  whenChanged: (world, entry) => [generalizedTime(world.account(entry)?.replacedAt ?? CREATED)],
  member: (world, entry) => [...world.members(entry)].flatMap((key) => world.find(key)?.dn ?? []),
  memberOf: (world, entry) => directGroups(world, entry).map(({ dn }) => dn),
};

/** The hours in which an account may sign in: 168 bits (MS-ADA1); undefined when it may at any. */
export function logonHours({ attributes }: Entry): Buffer | undefined {
  const [hours] = attributes['logonHours'] ?? [];
  return hours === undefined ? undefined : Buffer.from(hours, 'hex');
}

/** The distinguished name that stands for a class in objectCategory. */
export const categoryDn = (world: World, className: string): string =>
  `CN=${CATEGORIES[className] ?? className},CN=Schema,CN=Configuration,${world.domain.base}`;

/** What follows from an account's state, a function for each: a listing asks for few of many. */
const ACCOUNT: Readonly<Record<string, (state: AccountState) => Values>> = {
  userAccountControl: ({ userAccountControl }) => [String(userAccountControl)],
  accountExpires: ({ accountExpires }) => [String(accountExpires)],
  pwdLastSet: ({ passwordLastSet }) => [String(passwordLastSet)],
  // AD has no lockoutTime on an account that was never locked, and '0' on one that was unlocked.
  lockoutTime: ({ badPasswordTime, lockoutTime }) =>
    badPasswordTime === 0n && lockoutTime === 0n ? NONE : [String(lockoutTime)],
  badPwdCount: ({ badPasswordCount }) => [String(badPasswordCount)],
  badPasswordTime: ({ badPasswordTime }) => [String(badPasswordTime)],
  lastLogon: ({ lastLogon }) => [String(lastLogon)],
  logonCount: ({ logonCount }) => [String(logonCount)],
  sAMAccountType: ({ userAccountControl }) => {
    if ((userAccountControl & UAC.serverTrustAccount) !== 0) return ['805306369'];
    return [(userAccountControl & UAC.interdomainTrust) === 0 ? '805306368' : '805306370'];
  },
  adminCount: ({ stamped }) => (stamped ? ['1'] : NONE),
  codePage: () => ['0'],
  countryCode: () => ['0'],
};
