import type { Requester } from './access.ts';
import { requesterOf } from './access.ts';
import { logonHours } from './attributes.ts';
import { isBarredAt } from './barred-hours.ts';
import { dnKey } from './distinguished-name.ts';
import { UAC } from './entry.ts';
import type { AccountState, Entry } from './entry.ts';
import { findObject } from './find-object.ts';
import { ticks } from './filetime.ts';
import type { Filetime } from './filetime.ts';
import { fold } from './fold.ts';
import { rulesFor } from './password-rules.ts';
import type { BindRequest } from './request.ts';
import { SUCCESS } from './response.ts';
import type { Result } from './response.ts';
import { afterBadPassword, comparePassword, isLocked, passwordExpiry } from './standing.ts';
import { bindRefused, PROTOCOL_ERROR, SASL_NOT_OFFERED } from './windows-results.ts';
import type { World } from './world.ts';

/** The answer to a bind, and who is bound then; nobody (anonymous) after a refusal. */
export interface BindOutcome {
  readonly result: Result;
  readonly requester?: Requester;
}

/** Simple bind, as Windows judges it, bad-password bookkeeping included. */
export function bind(world: World, { version, name, password }: BindRequest): BindOutcome {
  if (version !== 3) return { result: PROTOCOL_ERROR };
  if (password === undefined) return { result: SASL_NOT_OFFERED };
  // RFC 4513 §5.1.2: a name with an empty password asks for anonymity, and Windows says yes to it.
  if (password === '') return { result: SUCCESS };
  const entry = resolveName(world, name);
  const state = entry && world.account(entry);
  if (!entry || !state) return { result: bindRefused(isDistinguishedName(name) ? '525' : '52e') };
  const now = world.now();
  const refusal =
    judgePassword(world, entry, { state, password, now }) ?? judgeAccount(world, entry, state, now);
  if (refusal) return { result: refusal };
  world.keep(entry, {
    ...state,
    badPasswordCount: 0,
    lockoutTime: 0n,
    lastLogon: now,
    logonCount: state.logonCount + 1,
  });
  return { result: SUCCESS, requester: requesterOf(world, entry) };
}

const isDistinguishedName = (name: string): boolean => name.includes('=') && dnKey(name) !== undefined;

/** Distinguished name, explicit or implicit UPN, `NETBIOS\user`; a bare username is none of them. */
function resolveName(world: World, name: string): Entry | undefined {
  if (name.trim().startsWith('<') || isDistinguishedName(name)) {
    const found = findObject(world, name);
    return 'entry' in found ? found.entry : undefined;
  }
  const [, netbios, username] = /^([^\\]+)\\(.+)$/su.exec(name) ?? [];
  if (netbios !== undefined && username !== undefined)
    return fold(netbios) === fold(world.domain.netbios) ? world.named(username) : undefined;
  const [explicit] = world.indexes().withPrincipalName(fold(name));
  const [, left, suffix] = /^(.+)@([^@]+)$/su.exec(name) ?? [];
  if (explicit || left === undefined || suffix === undefined) return explicit;
  return fold(suffix) === fold(world.domain.dns) ? world.named(left) : undefined;
}

interface Trial {
  readonly state: AccountState;
  readonly password: string;
  readonly now: Filetime;
}

function judgePassword(world: World, entry: Entry, { state, password, now }: Trial): Result | undefined {
  const rules = rulesFor(world, entry);
  // Locked accounts answer without a look at the password: 775 proves nothing.
  if (isLocked(state, rules, now)) return bindRefused('775');
  const match = comparePassword(state, password);
  if (match === 'current' || (match === 'recent' && openedByGrace(world, { state, password, now })))
    return undefined;
  if (match === 'wrong') world.keep(entry, afterBadPassword(state, rules, now));
  return bindRefused('52e');
}

/** Whether it is the password before the current one, replaced so recently that Windows still takes it. */
const openedByGrace = (world: World, { state, password, now }: Trial): boolean =>
  now - state.replacedAt < ticks(world.oldPasswordGraceMs) &&
  comparePassword({ ...state, passwords: state.passwords.slice(1, 2) }, password) === 'current';

/** What stands in the way of the right password. */
function judgeAccount(world: World, entry: Entry, state: AccountState, now: Filetime): Result | undefined {
  if ((state.userAccountControl & UAC.smartCardRequired) !== 0) return bindRefused('52f');
  if ((state.userAccountControl & UAC.disabled) !== 0) return bindRefused('533');
  if (state.accountExpires !== 0n && state.accountExpires <= now) return bindRefused('701');
  if (isBarredAt(logonHours(entry), world.now())) return bindRefused('530');
  const expiry = passwordExpiry(state, rulesFor(world, entry));
  if (expiry === 0n) return bindRefused('773');
  return expiry <= now ? bindRefused('532') : undefined;
}
