import type { AccountState, Entry } from './entry.ts';
import { ticks } from './filetime.ts';
import type { Filetime } from './filetime.ts';
import { acceptable } from './password-rules.ts';
import type { Rules } from './password-rules.ts';
import type { Result } from './response.ts';
import { comparePassword, isLocked } from './standing.ts';
import { matchesPassword, storePassword } from './stored-password.ts';
import { changeRefused, unwilling } from './windows-results.ts';

/** One account, its rules, and the moment. */
export interface Subject {
  readonly entry: Entry;
  readonly state: AccountState;
  readonly rules: Rules;
  readonly now: Filetime;
}

/** Either the state after the change, or why not. */
export type Verdict =
  { readonly state: AccountState } | { readonly refusal: Result; readonly badPassword?: true };

/** The password in a unicodePwd value: quoted, UTF-16LE (MS-ADTS 3.1.1.3.1.5); undefined when it is not that. */
export function passwordIn(value: Buffer): string | undefined {
  if (value.length < 4 || value.length % 2 !== 0) return undefined;
  const text = value.toString('utf16le');
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : undefined;
}

/** Administrative reset: length and complexity always, history only when the client asked for it, age never. */
export function resetPassword(
  { entry, state, rules, now }: Subject,
  to: string,
  checkHistory: boolean,
): Verdict {
  const refused = !acceptable(to, rules, entry) || (checkHistory && inHistory(to, state, rules));
  return refused ? { refusal: unwilling('0000052D') } : { state: withPassword(state, to, { rules, now }) };
}

/** Change by whoever knows the old password: everything is checked, and a wrong old one counts as a bad logon. */
export function changePassword({ entry, state, rules, now }: Subject, from: string, to: string): Verdict {
  if (isLocked(state, rules, now)) return { refusal: changeRefused('00000775') };
  const match = comparePassword(state, from);
  if (match !== 'current')
    return { refusal: changeRefused('00000056'), ...(match === 'wrong' ? { badPassword: true } : {}) };
  const tooYoung = state.passwordLastSet !== 0n && now - state.passwordLastSet < ticks(rules.minimumAgeMs);
  if (tooYoung || !acceptable(to, rules, entry) || inHistory(to, state, rules))
    return { refusal: changeRefused('0000052D') };
  return { state: withPassword(state, to, { rules, now }) };
}

/** The current password is the first of the remembered ones. */
const inHistory = (password: string, state: AccountState, rules: Rules): boolean =>
  state.passwords.slice(0, rules.historyLength).some((stored) => matchesPassword(password, stored));

/** Three are kept at least: retries with the last two must not count as bad logons, whatever the history. */
export function withPassword(
  state: AccountState,
  password: string,
  { rules, now }: { rules: Rules; now: Filetime },
): AccountState {
  const passwords = [storePassword(password), ...state.passwords].slice(0, Math.max(3, rules.historyLength));
  return { ...state, passwords, passwordLastSet: now, replacedAt: now };
}
