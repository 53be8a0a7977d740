import type { PasswordProblem } from '../../domain/policy/password-rules.ts';
import type { PasswordStandard } from '../../domain/policy/password-standard.ts';
import type { Problem, ProblemCode } from '../../portal/frame.ts';
import type { RuleView } from '../../portal/parts/rule-list.tsx';

const CODES: Readonly<Record<PasswordProblem, ProblemCode>> = {
  'password-missing': 'new-password-missing',
  'password-unusable': 'unreadable',
  'password-too-short': 'password-too-short',
  'password-too-long': 'password-too-long',
  'password-not-complex': 'password-too-simple',
  'password-says-name': 'password-says-name',
  'password-says-banned-word': 'password-says-banned-word',
  'password-too-common': 'password-leaked',
  'password-same': 'password-same',
  'password-too-soon': 'password-too-soon',
};

/** What is wrong with a new password, in the portal's sentences, at its field. */
export const passwordProblemsView = (problems: readonly PasswordProblem[]): readonly Problem[] =>
  problems.map((problem) => ({ code: CODES[problem], field: 'newPassword' }));

/**
 * The directory refused and does not say why (0000052D), though all that can be known beforehand was right. That leaves the passwords
 * before and a filter of the organization's own; where none are remembered, the filter.
 */
export const refusedByDirectory = (rules: PasswordStandard['rules'] | undefined): readonly Problem[] => [
  { code: rules?.historyLength === 0 ? 'password-filtered' : 'password-refused', field: 'newPassword' },
];

const HOUR = 3_600_000;

/** The rules as the page lists them. `changing`: the present password is known, and its age counts. */
export const ruleView = (
  { rules, bannedWords }: Pick<PasswordStandard, 'rules' | 'bannedWords'>,
  changing = false,
): RuleView => ({
  minimumLength: rules.minimumLength,
  complexity: rules.complexity,
  history: rules.historyLength,
  bannedWords: bannedWords.length > 0,
  unreadable: !rules.readable,
  ...(changing && { minimumAgeHours: Math.ceil(rules.minimumAgeMs / HOUR) }),
});

/** A form with a suggestion in it, or with the problem that none was found. */
export const suggestionView = (
  suggestion: string | undefined,
): { readonly suggestion?: string; readonly problem: readonly Problem[] } =>
  suggestion === undefined
    ? { problem: [{ code: 'no-suggestion', field: 'newPassword' }] }
    : { suggestion, problem: [] };
