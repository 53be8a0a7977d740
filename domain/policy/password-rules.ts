import type { Account, PasswordRules } from '../ports/directory.ts';
import type { Ports } from '../ports/index.ts';

/** What we can know is wrong with a new password before the directory is asked. */
export type PasswordProblem =
  | 'password-missing'
  | 'password-unusable'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-not-complex'
  | 'password-says-name'
  | 'password-too-common'
  | 'password-too-soon';

/** AD keeps at most 256 UTF-16 units of unicodePwd (AD-FACTS §6). */
const LONGEST = 256;

/**
 * Judges a new password by the rules we can know, as AD would: the whole password, untouched, never normalised.
 * Lengths are counted in UTF-16 units, as AD counts. Pure; breached lists are asked by `passwordProblems`.
 */
export function ruleProblems(
  password: string,
  account: Account,
  rules: PasswordRules,
): readonly PasswordProblem[] {
  if (password === '') return ['password-missing'];
  if (/\p{Cc}|\p{Cs}/u.test(password)) return ['password-unusable'];
  const problems: PasswordProblem[] = [];
  if (password.length < rules.minimumLength) problems.push('password-too-short');
  if (password.length > LONGEST) problems.push('password-too-long');
  if (rules.complexity && categories(password) < 3) problems.push('password-not-complex');
  if (rules.complexity && saysName(password, account)) problems.push('password-says-name');
  return problems;
}

/** All that is wrong with a new password, breached lists included. */
export async function passwordProblems(
  { breached }: Pick<Ports, 'breached'>,
  password: string,
  account: Account,
  rules: PasswordRules,
): Promise<readonly PasswordProblem[]> {
  const problems = ruleProblems(password, account, rules);
  if (problems.length > 0) return problems;
  return (await breached.includes(password)) ? ['password-too-common'] : [];
}

/** Whether a change (not a reset) comes before the minimum age has passed; pwdLastSet = 0 may always change (MS-SAMR 3.1.1.7.2). */
export function tooSoon(account: Account, rules: PasswordRules, now: number): boolean {
  if (rules.minimumAgeMs === 0 || account.passwordLastSet === '0') return false;
  return now - filetimeToMs(account.passwordLastSet) < rules.minimumAgeMs;
}

/** A FILETIME (100 ns since 1601, decimal) as epoch milliseconds. */
export const filetimeToMs = (filetime: string): number =>
  Number(BigInt(filetime) / 10_000n) - 11_644_473_600_000;

/** How many of AD's five categories a password draws on: upper, lower, digits, others, letters without case. */
const categories = (password: string): number =>
  [/\p{Lu}|\p{Lt}/u, /\p{Ll}/u, /[0-9]/, /[^\p{L}0-9]/u, /\p{Lo}|\p{Lm}/u].filter((category) =>
    category.test(password),
  ).length;

/** AD's rule: not the account name (from three characters), nor a part of the display name of three characters or more. */
function saysName(password: string, { username, displayName }: Account): boolean {
  const folded = password.toLowerCase();
  const parts = displayName.split(/[,.\-_\s#]+/u);
  return [username, ...parts].some((part) => part.length >= 3 && folded.includes(part.toLowerCase()));
}
