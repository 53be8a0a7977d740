import type { PasswordProblem } from '../../domain/policy/password-rules.ts';
import type { PasswordRules } from '../../domain/ports/directory.ts';
import type { Problem, ProblemCode } from '../../portal/frame.ts';
import type { RuleView } from '../../portal/parts/new-password-field.tsx';

const CODES: Readonly<Record<PasswordProblem, ProblemCode>> = {
  'password-missing': 'new-password-missing',
  'password-unusable': 'unreadable',
  'password-too-short': 'password-too-short',
  'password-too-long': 'password-too-long',
  'password-not-complex': 'password-too-simple',
  'password-says-name': 'password-says-name',
  'password-too-common': 'password-leaked',
  'password-too-soon': 'password-too-soon',
};

/** What is wrong with a new password, in the portal's sentences, at its field. */
export const passwordProblemsView = (problems: readonly PasswordProblem[]): readonly Problem[] =>
  problems.map((problem) => ({ code: CODES[problem], field: 'newPassword' }));

/** The directory refused and does not say why (0000052D). */
export const REFUSED_BY_DIRECTORY: readonly Problem[] = [{ code: 'password-refused', field: 'newPassword' }];

/** The rules as the page lists them. */
export const ruleView = (rules: PasswordRules): RuleView => ({
  minimumLength: rules.minimumLength,
  complexity: rules.complexity,
  history: rules.historyLength,
});
