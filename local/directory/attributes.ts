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
  return (state && accountValues(state)[name]) ?? entry.attributes[name] ?? NONE;
}

/** Names of the stored attributes an object has values of, in the schema's spelling. */
export function storedNames(world: World, entry: Entry): readonly string[] {
  const state = world.account(entry);
  const names = [
    ...Object.keys(DERIVED),
    ...Object.keys(entry.attributes),
    ...Object.keys(state ? accountValues(state) : {}),
  ];
  return [...new Set(names)].filter((name) => schemaOf(name) && storedValues(world, entry, name).length > 0);
}

const DERIVED: Readonly<Record<string, (world: World, entry: Entry) => Values>> = {
  objectClass: (_, entry) => entry.classes,
  distinguishedName: (_, entry) => [entry.dn],
  objectGUID: (_, entry) => [encodeGuid(entry.guid)],
  objectSid: (_, entry) => (entry.sid ? [encodeSid(entry.sid)] : NONE),
  objectCategory: (world, entry) => [categoryDn(world, entry.classes.at(-1) ?? 'top')],
  instanceType: () => ['4'],
  whenCreated: () => [generalizedTime(CREATED)],
  whenChanged: (world, entry) => [generalizedTime(world.account(entry)?.replacedAt ?? CREATED)],
  member: (world, entry) => [...world.members(entry)].flatMap((key) => world.find(key)?.dn ?? []),
  memberOf: (world, entry) => directGroups(world, entry).map(({ dn }) => dn),
};

/** The distinguished name that stands for a class in objectCategory. */
export const categoryDn = (world: World, className: string): string =>
  `CN=${CATEGORIES[className] ?? className},CN=Schema,CN=Configuration,${world.domain.base}`;

function accountValues(state: AccountState): Readonly<Record<string, Values>> {
  const untouched = state.badPasswordTime === 0n && state.lockoutTime === 0n;
  return {
    userAccountControl: [String(state.userAccountControl)],
    accountExpires: [String(state.accountExpires)],
    pwdLastSet: [String(state.passwordLastSet)],
    // AD has no lockoutTime on an account that was never locked, and '0' on one that was unlocked.
    lockoutTime: untouched ? NONE : [String(state.lockoutTime)],
    badPwdCount: [String(state.badPasswordCount)],
    badPasswordTime: [String(state.badPasswordTime)],
    lastLogon: [String(state.lastLogon)],
    logonCount: [String(state.logonCount)],
    sAMAccountType: [(state.userAccountControl & UAC.serverTrustAccount) === 0 ? '805306368' : '805306369'],
    adminCount: state.stamped ? ['1'] : NONE,
    codePage: ['0'],
    countryCode: ['0'],
  };
}
