import type { Entry } from './entry.ts';
import { parentKey } from './distinguished-name.ts';
import { rdn } from './distinguished-name.ts';
import { WELL_KNOWN } from './security-identifier.ts';
import { domainSid, RID } from './seed/identifiers.ts';
import type { World } from './world.ts';

/** One access control entry (MS-DTYP 2.4.4). */
export interface Ace {
  readonly allow: boolean;
  readonly mask: number;
  readonly flags: number;
  /** The extended right or attribute it is about; all of them when left out. */
  readonly object?: string;
  /** The class whose objects inherit it. */
  readonly inheritedBy?: string;
  readonly sid: string;
}

export const ACCESS = {
  listContents: 0x4,
  read: 0x10,
  write: 0x20,
  controlAccess: 0x100,
  full: 0xf01ff,
} as const;
const READ = 0x20000 | ACCESS.listContents | ACCESS.read;
export const ACE_FLAG = { containerInherit: 0x2, inheritOnly: 0x8, inherited: 0x10 } as const;

/** GUIDs of rights, attributes and classes (MS-ADTS 5.1.3.2.1, MS-ADA, MS-ADSC). */
export const RIGHT = {
  changePassword: 'ab721a53-1e2f-11d0-9819-00aa0040529b',
  resetPassword: '00299570-246d-11d0-a768-00aa006e0529',
  lockoutTime: '28630ebf-41d5-11d1-a9c1-0000f80367c1',
  pwdLastSet: 'bf967a0a-0de6-11d0-a285-00aa003049e2',
  userAccountControl: 'bf967a68-0de6-11d0-a285-00aa003049e2',
} as const;
const USER_CLASS = 'bf967aba-0de6-11d0-a285-00aa003049e2';

export interface AccessList {
  /** Nothing is inherited from above. */
  readonly sealed: boolean;
  readonly aces: readonly Ace[];
}

/** The DACL of an object, in canonical order: its own entries, denials first, then what it inherits. */
export function accessListOf(world: World, entry: Entry): AccessList {
  const own = ownList(world, entry);
  if (own.sealed) return own;
  const parent = world.find(parentKey(entry.key));
  const inherited = parent ? accessListOf(world, parent).aces.flatMap((ace) => handDown(ace, entry)) : [];
  return { sealed: false, aces: [...own.aces, ...inherited] };
}

function handDown(ace: Ace, entry: Entry): readonly Ace[] {
  if ((ace.flags & ACE_FLAG.containerInherit) === 0) return [];
  const meant =
    ace.inheritedBy === undefined || (ace.inheritedBy === USER_CLASS && entry.classes.at(-1) === 'user');
  const flags = ace.flags | ACE_FLAG.inherited;
  return [{ ...ace, flags: meant ? flags & ~ACE_FLAG.inheritOnly : flags | ACE_FLAG.inheritOnly }];
}

function ownList(world: World, entry: Entry): AccessList {
  const { domain } = world;
  const admins = allow(domainSid(domain, RID.domainAdmins), ACCESS.full, ACE_FLAG.containerInherit);
  const readers = allow(WELL_KNOWN.authenticatedUsers, READ, ACE_FLAG.containerInherit);
  const state = world.account(entry);
  if (entry.dn === domain.base) return { sealed: false, aces: [admins, readers] };
  if (entry.dn === `CN=Configuration,${domain.base}`) return { sealed: true, aces: [admins, readers] };
  if (entry.classes.includes('msDS-PasswordSettingsContainer'))
    return {
      sealed: true,
      aces: [admins, ...services(world).map((sid) => allow(sid, READ, ACE_FLAG.containerInherit))],
    };
  if (entry.dn.startsWith(`${rdn('CN', 'AdminSDHolder')},`)) return { sealed: true, aces: [admins, readers] };
  if (state)
    return {
      sealed: state.stamped,
      aces: [...passwordAces(state), ...(state.stamped ? [admins, readers] : [])],
    };
  return {
    sealed: false,
    aces: entry.dn === `${domain.delegatedOu},${domain.base}` ? delegation(world) : [],
  };
}

const allow = (sid: string, mask: number, flags = 0): Ace => ({ allow: true, mask, flags, sid });

function services(world: World): readonly string[] {
  const { reader, readerAlternate, resetter, resetterAlternate } = world.domain;
  const accounts = [reader, readerAlternate, resetter, resetterAlternate];
  return accounts.flatMap(({ username }) => world.named(username)?.sid ?? []);
}

/** "User cannot change password" is these two denials; else the same two are allowed (MS-ADTS 3.1.1.3.1.5). */
function passwordAces({ cannotChangePassword }: { cannotChangePassword: boolean }): readonly Ace[] {
  return [WELL_KNOWN.self, WELL_KNOWN.everyone].map((sid) => ({
    allow: !cannotChangePassword,
    mask: ACCESS.controlAccess,
    flags: 0,
    object: RIGHT.changePassword,
    sid,
  }));
}

/** What dsacls gives the self-service account and its alternate: exactly this, on user objects below one organizational unit. */
const delegation = (world: World): readonly Ace[] =>
  [world.domain.resetter, world.domain.resetterAlternate].flatMap(({ username }) =>
    repairsBelow(world.named(username)?.sid),
  );

function repairsBelow(sid: string | undefined): readonly Ace[] {
  if (!sid) return [];
  const below = {
    allow: true,
    sid,
    flags: ACE_FLAG.containerInherit | ACE_FLAG.inheritOnly,
    inheritedBy: USER_CLASS,
  };
  return [
    { ...below, mask: ACCESS.controlAccess, object: RIGHT.resetPassword },
    { ...below, mask: ACCESS.read | ACCESS.write, object: RIGHT.lockoutTime },
    { ...below, mask: ACCESS.read | ACCESS.write, object: RIGHT.pwdLastSet },
  ];
}
