import { ACCESS, RIGHT } from './access-list.ts';
import { isAllowed } from './access.ts';
import type { Requester } from './access.ts';
import { asksForHistory } from './controls.ts';
import type { AccountState } from './entry.ts';
import { findObject } from './find-object.ts';
import { changePassword, passwordIn, resetPassword } from './new-password.ts';
import type { Subject, Verdict } from './new-password.ts';
import { rulesFor } from './password-rules.ts';
import type { Change, ModifyRequest } from './request.ts';
import type { RequestControl } from './request-control.ts';
import { SUCCESS } from './response.ts';
import type { Result } from './response.ts';
import { schemaOf } from './schema.ts';
import type { Session } from './session.ts';
import { afterBadPassword } from './standing.ts';
import { BIND_FIRST, CONSTRAINT, noRights, referral, unwilling } from './windows-results.ts';
import type { World } from './world.ts';

/** What a modify did to passwords and locks, for those who count. */
export type ModifyKind = 'reset' | 'change' | 'unlock' | 'other';

/** Applies a modify, all of it or nothing (but a wrong old password is remembered). */
export function modify(
  world: World,
  session: Session,
  request: ModifyRequest,
  controls: readonly RequestControl[],
): Result {
  if (!session.requester) return BIND_FIRST;
  if (world.readOnly) return referral(`writable.${world.domain.dns}`, request.dn);
  const target = findObject(world, request.dn);
  if ('refusal' in target) return target.refusal;
  const { entry } = target;
  const state = world.account(entry);
  if (!state) return noRights('00002098');
  const subject = { entry, state, rules: rulesFor(world, entry), now: world.now() };
  const ask = {
    world,
    requester: session.requester,
    checkHistory: asksForHistory(controls, world),
  };
  const verdict = applyAll(ask, subject, request.changes);
  if ('state' in verdict) {
    world.keep(entry, verdict.state);
    return SUCCESS;
  }
  if (verdict.badPassword) world.keep(entry, afterBadPassword(state, subject.rules, subject.now));
  return verdict.refusal;
}

export function kindOf({ changes }: ModifyRequest): ModifyKind {
  const onPassword = passwordChanges(changes);
  if (onPassword.length > 0) return onPassword[0]?.operation === 'replace' ? 'reset' : 'change';
  return changes.some(({ attribute }) => /^lockouttime$/i.test(attribute)) ? 'unlock' : 'other';
}

interface Ask {
  readonly world: World;
  readonly requester: Requester;
  readonly checkHistory: boolean;
}

const passwordChanges = (changes: readonly Change[]): readonly Change[] =>
  changes.filter(({ attribute }) => attribute.toLowerCase() === 'unicodepwd');

/** The password first, whatever the order: pwdLastSet = 0 in the same modify must outlast it. */
function applyAll(ask: Ask, subject: Subject, changes: readonly Change[]): Verdict {
  const onPassword = passwordChanges(changes);
  let verdict: Verdict =
    onPassword.length > 0 ? applyPassword(ask, subject, onPassword) : { state: subject.state };
  for (const change of changes) {
    if ('refusal' in verdict) return verdict;
    if (!onPassword.includes(change))
      verdict = applyAttribute(ask, { ...subject, state: verdict.state }, change);
  }
  return verdict;
}

function applyPassword(ask: Ask, subject: Subject, changes: readonly Change[]): Verdict {
  const values = changes.flatMap((change) => change.values.map((value) => passwordIn(value)));
  const shape = changes.map(({ operation }) => operation).join('+');
  const [first, second] = shape === 'add+delete' ? values.toReversed() : values;
  const isReset = shape === 'replace' && values.length === 1;
  const isChange = (shape === 'delete+add' || shape === 'add+delete') && values.length === 2;
  if (!isReset && !isChange) return { refusal: unwilling('0000001F') };
  const right = isReset ? RIGHT.resetPassword : RIGHT.changePassword;
  if (!isAllowed(ask.world, ask.requester, subject.entry, ACCESS.controlAccess, right))
    return { refusal: noRights('00000005') };
  if (first === undefined) return { refusal: unwilling('0000001F') };
  if (isReset) return resetPassword(subject, first, ask.checkHistory);
  return second === undefined ? { refusal: unwilling('0000001F') } : changePassword(subject, first, second);
}

function applyAttribute({ world, requester }: Ask, { entry, state, now }: Subject, change: Change): Verdict {
  const schema = schemaOf(change.attribute);
  if (!schema || schema.constructed || !isAllowed(world, requester, entry, ACCESS.write, schema.guid))
    return { refusal: noRights('00002098') };
  if (schema.name === 'lockoutTime') return applyLockoutTime(state, change);
  if (schema.name === 'pwdLastSet') return applyPasswordLastSet(state, change, now);
  // Administrators may write more in AD; here nobody needs to.
  return FREE_TEXT.has(schema.name)
    ? applyText(state, schema.name, change)
    : { refusal: unwilling('00002035') };
}

/** What nothing else in the look-alike hangs on. */
const FREE_TEXT: ReadonlySet<string> = new Set(['comment', 'description', 'department', 'title']);
/** As AD's schema has it for description; of all that is kept here. */
const LONGEST_TEXT = 1024;

function applyText(state: AccountState, name: string, { operation, values }: Change): Verdict {
  if (operation !== 'replace') return { refusal: unwilling('00002035') };
  const texts = values.map((value) => value.toString('utf8'));
  if (texts.some((text) => text.length === 0 || text.length > LONGEST_TEXT)) return { refusal: CONSTRAINT };
  return { state: { ...state, written: { ...state.written, [name]: texts } } };
}

const onlyValue = ({ values }: Change): string | undefined =>
  values.length === 1 ? values[0]?.toString('utf8') : undefined;

/** Nothing but 0 may be written, and that unlocks (MS-SAMR 3.1.1.8.12). */
function applyLockoutTime(state: AccountState, change: Change): Verdict {
  if (change.operation !== 'replace') return { refusal: unwilling('00002077') };
  if (onlyValue(change) !== '0') return { refusal: unwilling('00000057') };
  return { state: { ...state, lockoutTime: 0n, badPasswordCount: 0 } };
}

/** 0 = must be changed at next logon, -1 = as if set now; nothing else. */
function applyPasswordLastSet(state: AccountState, change: Change, now: bigint): Verdict {
  const value = onlyValue(change);
  if (change.operation !== 'replace' || (value !== '0' && value !== '-1'))
    return { refusal: unwilling('00000057') };
  return { state: { ...state, passwordLastSet: value === '0' ? 0n : now } };
}
