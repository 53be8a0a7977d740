import type { AccountState, Entry } from './entry.ts';
import { UAC } from './entry.ts';
import { NEVER, ticks } from './filetime.ts';
import { fold } from './fold.ts';
import { withPassword } from './new-password.ts';
import { rulesFor } from './password-rules.ts';
import { comparePassword, isLocked, passwordExpiry } from './standing.ts';
import type { World } from './world.ts';

/** What the directory holds of one account at this moment. */
export interface PersonNow {
  readonly distinguishedName: string;
  /** objectGUID, lower-case text. */
  readonly guid: string;
  readonly sid: string;
  /** FILETIME in decimal; '0' = must be changed. */
  readonly passwordLastSet: string;
  /** FILETIME in decimal; '0' = not locked. */
  readonly lockoutTime: string;
  readonly badPasswordCount: number;
  readonly locked: boolean;
  readonly disabled: boolean;
  readonly mustChange: boolean;
  readonly passwordExpired: boolean;
}

/** What an administrator could make of an account. Only what is given changes. */
export interface Arrangement {
  readonly locked?: boolean;
  readonly disabled?: boolean;
  readonly accountExpired?: boolean;
  readonly mustChange?: boolean;
  readonly passwordAgeMs?: number;
  readonly smartCard?: boolean;
  readonly cannotChangePassword?: boolean;
  /** The account of another domain that trusts this one: a person by class, and nobody. */
  readonly trustAccount?: boolean;
  /** Stamped by AdminSDHolder. */
  readonly adminCount?: boolean;
  /** Set without any rule. */
  readonly password?: string;
  /** Name of a group the account becomes a direct member of. */
  readonly joins?: string;
}

/** The look-alike's windows on single accounts; nothing here counts as a request or as a logon. */
export function personIn(world: World) {
  return {
    person: (username: string): PersonNow | undefined => {
      const entry = world.named(username);
      const state = entry && world.account(entry);
      return entry && state ? personNow(world, entry, state) : undefined;
    },
    isPassword(username: string, password: string): boolean {
      const entry = world.named(username);
      const state = entry && world.account(entry);
      return state !== undefined && comparePassword(state, password) === 'current';
    },
    arrange: (username: string, arrangement: Arrangement): void => arrange(world, username, arrangement),
    sidOf: (name: string): string => known(world, name).sid ?? '',
    guidOf: (name: string): string => known(world, name).guid,
  };
}

function personNow(world: World, entry: Entry, state: AccountState): PersonNow {
  const rules = rulesFor(world, entry);
  const now = world.now();
  const expiry = passwordExpiry(state, rules);
  return {
    distinguishedName: entry.dn,
    guid: entry.guid,
    sid: entry.sid ?? '',
    passwordLastSet: String(state.passwordLastSet),
    lockoutTime: String(state.lockoutTime),
    badPasswordCount: state.badPasswordCount,
    locked: isLocked(state, rules, now),
    disabled: (state.userAccountControl & UAC.disabled) !== 0,
    mustChange: state.passwordLastSet === 0n,
    passwordExpired: expiry !== 0n && expiry <= now,
  };
}

function arrange(world: World, username: string, arrangement: Arrangement): void {
  const entry = known(world, username);
  const state = world.account(entry);
  if (!state) throw new TypeError(`"${username}" is no account`);
  if (arrangement.joins !== undefined) world.join(known(world, arrangement.joins), entry);
  const now = world.now();
  const { password } = arrangement;
  const rules = rulesFor(world, entry);
  const start = password === undefined ? state : withPassword(state, password, { rules, now });
  world.keep(entry, {
    ...start,
    ...flags(start, arrangement),
    ...times(arrangement, now, rules.lockoutThreshold),
  });
}

function flags(
  state: AccountState,
  { disabled, smartCard, cannotChangePassword, trustAccount, adminCount }: Arrangement,
) {
  const bit = (mask: number, wanted: boolean | undefined) =>
    (wanted ?? (state.userAccountControl & mask) !== 0) ? mask : 0;
  return {
    userAccountControl:
      (state.userAccountControl & ~UAC.disabled & ~UAC.smartCardRequired & ~UAC.interdomainTrust) |
      bit(UAC.disabled, disabled) |
      bit(UAC.interdomainTrust, trustAccount) |
      bit(UAC.smartCardRequired, smartCard),
    cannotChangePassword: cannotChangePassword ?? state.cannotChangePassword,
    stamped: adminCount ?? state.stamped,
  };
}

function times(
  { locked, accountExpired, mustChange, passwordAgeMs }: Arrangement,
  now: bigint,
  threshold: number,
) {
  const lock = locked
    ? { lockoutTime: now, badPasswordTime: now, badPasswordCount: threshold }
    : { lockoutTime: 0n, badPasswordCount: 0 };
  return {
    ...(locked === undefined ? {} : lock),
    ...(accountExpired === undefined
      ? {}
      : { accountExpires: accountExpired ? now - ticks(86_400_000) : NEVER }),
    ...(passwordAgeMs === undefined ? {} : { passwordLastSet: now - ticks(passwordAgeMs) }),
    ...(mustChange === undefined ? {} : { passwordLastSet: mustChange ? 0n : now }),
  };
}

function known(world: World, name: string): Entry {
  const wanted = fold(name);
  const [entry] = world.indexes().names.walk({ from: wanted, to: wanted });
  if (!entry) throw new TypeError(`the directory has no "${name}"`);
  return entry;
}
