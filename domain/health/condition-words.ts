import { counted } from '../administration/sentences/words.ts';
import { filetimeToMs } from '../policy/password-rules.ts';
import type { Account } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import { lockOf } from '../recovery/lock.ts';
import { minimumAgeEndsAt } from '../recovery/minimum-age.ts';
import { durationWords, momentWords } from './duration-words.ts';

/** One thing about how an account stands. */
export interface Condition {
  readonly code: ConditionCode;
  readonly sentence: string;
}

/** Stable. */
export const CONDITIONS = [
  'disabled',
  'account-expired',
  'account-expires',
  'smart-card',
  'locked',
  'not-locked',
  'wrong-passwords',
  'must-change',
  'password-set',
  'password-expired',
  'password-expires',
  'password-never-expires',
  'minimum-age',
  'cannot-change-password',
  'outside-logon-hours',
] as const;
export type ConditionCode = (typeof CONDITIONS)[number];

/** How an account stands, in sentences, what keeps somebody out first; pure. */
export const conditionsOf = (account: Account, rules: PasswordRules, now: number): readonly Condition[] => [
  ...when(account.disabled, 'disabled', 'It is disabled.'),
  ...expiry(account),
  ...when(account.smartCardRequired, 'smart-card', 'Signing in takes a smart card; a password is of no use.'),
  lock(account, rules, now),
  ...password(account),
  ...youth(account, rules, now),
  ...when(
    account.cannotChangePassword,
    'cannot-change-password',
    'Its user is not allowed to change its password.',
  ),
  ...when(
    account.outsideLogonHours,
    'outside-logon-hours',
    'Signing in is not allowed at this hour, by its logon hours.',
  ),
];

const when = (holds: boolean, code: ConditionCode, sentence: string): readonly Condition[] =>
  holds ? [{ code, sentence }] : [];

const on = (at: number | undefined): string => (at === undefined ? '' : ` on ${momentWords(at)}`);

const expiry = ({ accountExpired, accountExpiresAt }: Account): readonly Condition[] =>
  accountExpired
    ? when(true, 'account-expired', `It expired${on(accountExpiresAt)}.`)
    : when(accountExpiresAt !== undefined, 'account-expires', `It expires${on(accountExpiresAt)}.`);

function lock(account: Account, rules: PasswordRules, now: number): Condition {
  const found = lockOf(account, rules, now);
  if (!found) return wrongPasswords(account, rules);
  const since = found.since === undefined ? '' : ` since ${momentWords(found.since)}`;
  const end =
    found.endsAt !== undefined
      ? `until ${momentWords(found.endsAt)}`
      : rules.lockoutDurationMs === 0
        ? 'until somebody unlocks it'
        : 'and about to be unlocked by itself';
  return { code: 'locked', sentence: `It is locked${since}, ${end}.` };
}

function wrongPasswords(
  { badPasswordCount, badPasswordAt }: Account,
  { lockoutThreshold }: PasswordRules,
): Condition {
  if (badPasswordCount === 0) return { code: 'not-locked', sentence: 'It is not locked.' };
  const last = badPasswordAt === undefined ? '' : `, the last${on(badPasswordAt)}`;
  const most = lockoutThreshold === 0 ? 'none ever lock it' : `${String(lockoutThreshold)} in a row lock it`;
  return {
    code: 'wrong-passwords',
    sentence: `It is not locked; ${counted(badPasswordCount, 'wrong password')} counted${last} (${most}).`,
  };
}

function password(account: Account): readonly Condition[] {
  const { mustChangePassword, passwordExpired, passwordExpiresAt, passwordLastSet } = account;
  if (mustChangePassword)
    return when(true, 'must-change', 'Its password must be changed at the next sign-in.');
  const set = `Its password was set${on(filetimeToMs(passwordLastSet))}.`;
  return [
    ...when(true, 'password-set', set),
    ...(passwordExpired
      ? when(true, 'password-expired', `Its password expired${on(passwordExpiresAt)}.`)
      : passwordExpiresAt === undefined
        ? when(true, 'password-never-expires', 'Its password never expires.')
        : when(true, 'password-expires', `Its password expires${on(passwordExpiresAt)}.`)),
  ];
}

function youth(account: Account, rules: PasswordRules, now: number): readonly Condition[] {
  const ends = minimumAgeEndsAt(account, rules, now);
  if (ends === undefined) return [];
  const age = durationWords(rules.minimumAgeMs);
  return when(
    true,
    'minimum-age',
    `Its user may not change it before ${momentWords(ends)}: a password has to be ${age} old.`,
  );
}
