import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleProblems } from '../../../domain/policy/password-rules.ts';
import type { PasswordStandard } from '../../../domain/policy/password-standard.ts';
import { ruleView } from '../../../lambdas/http/password-problems.ts';
import { ruleHolds } from '../../../portal/assets/rule-holds.ts';
import { newPasswordPage } from '../../../portal/pages.ts';
import { anyPassword, anyStandard } from '../../support/any-password.ts';
import { frame } from '../../portal/every-page.ts';

/** The rules that the script ticks, as the page has them: its `data-` attributes. */
function tickedRules(standard: PasswordStandard): readonly Readonly<Record<string, string>>[] {
  const page = newPasswordPage(frame, {
    username: 'jo',
    rules: ruleView(standard),
    operation: 'operation-1',
  });
  return [...page.matchAll(/<li data-rule="(\w+)"(?: data-minimum="(\d+)")?>/g)].map(
    ([, rule = '', minimum = '']) => ({
      rule,
      minimum,
    }),
  );
}

describe('the list of rules', () => {
  it('never says otherwise than the server, for the rules that are ticked while typing', () => {
    // What is no password at all is told as that, before any rule.
    const typed = anyPassword().filter((password) => password !== '' && !/\p{Cc}|\p{Cs}/u.test(password));
    fc.assert(
      fc.property(typed, anyStandard(), (password, standard) => {
        const problems = ruleProblems(password, standard);
        const refusals = { length: 'password-too-short', complexity: 'password-not-complex' } as const;
        const listed = new Map(tickedRules(standard).map((item) => [item['rule'], item]));
        for (const [rule, refusal] of Object.entries(refusals)) {
          const item = listed.get(rule);
          expect(item ? ruleHolds(item, password) : true, rule).toBe(!problems.includes(refusal));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
