import type { Ports } from '../ports/index.ts';
import { saysBannedWord } from './banned-words.ts';
import { KINDS_NEEDED, passwordKinds } from './password-kinds.ts';
import type { PasswordStandard } from './password-standard.ts';
import { saysName } from './says-name.ts';

/** What we can know is wrong with a new password before the directory is asked. */
export type PasswordProblem =
  | 'password-missing'
  | 'password-unusable'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-not-complex'
  | 'password-says-name'
  | 'password-says-banned-word'
  | 'password-too-common'
  | 'password-same'
  | 'password-too-soon';

/** AD keeps at most 256 UTF-16 units of unicodePwd (MS-SAMR 3.1.1.7.2). */
export const LONGEST_PASSWORD = 256;

/**
 * Judges a new password by the rules we can know, as AD would: the whole password, untouched, never normalised. Lengths are counted
 * in UTF-16 units, as AD counts. Whatever passes, AD takes, but for history, minimum age and filters of the customer's own. Pure;
 * breached lists are asked by `passwordProblems`.
 */
export function ruleProblems(password: string, standard: PasswordStandard): readonly PasswordProblem[] {
  const { rules } = standard;
  if (password === '') return ['password-missing'];
  if (/\p{Cc}|\p{Cs}/u.test(password)) return ['password-unusable'];
  const problems: PasswordProblem[] = [];
  if (password.length < rules.minimumLength) problems.push('password-too-short');
  if (password.length > LONGEST_PASSWORD) problems.push('password-too-long');
  if (rules.complexity && passwordKinds(password) < KINDS_NEEDED) problems.push('password-not-complex');
  return [...problems, ...wordProblems(password, standard)];
}

/**
 * What a password must not say. Windows compares with names only where it asks for complexity, whatever MS-SAMR 3.1.1.7.2
 * says. More characters never mend it. Pure.
 */
export function wordProblems(
  password: string,
  { account, rules, bannedWords }: PasswordStandard,
): readonly PasswordProblem[] {
  const problems: PasswordProblem[] = [];
  if (rules.complexity && saysName(password, account)) problems.push('password-says-name');
  if (saysBannedWord(password, bannedWords)) problems.push('password-says-banned-word');
  return problems;
}

/** All that is wrong with a new password, breached lists included. Throws the Failure of a list that must be asked and cannot be. */
export async function passwordProblems(
  { breached }: Pick<Ports, 'breached'>,
  password: string,
  standard: PasswordStandard,
): Promise<readonly PasswordProblem[]> {
  const problems = ruleProblems(password, standard);
  if (problems.length > 0) return problems;
  return (await breached.includes(password)) ? ['password-too-common'] : [];
}

/** A FILETIME (100 ns since 1601, decimal) as epoch milliseconds. */
export const filetimeToMs = (filetime: string): number =>
  Number(BigInt(filetime) / 10_000n) - 11_644_473_600_000;
