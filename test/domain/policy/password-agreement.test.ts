import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordKinds } from '../../../domain/policy/password-kinds.ts';
import { ruleProblems } from '../../../domain/policy/password-rules.ts';
import type { PasswordStandard } from '../../../domain/policy/password-standard.ts';
import type { Entry } from '../../../local/directory/entry.ts';
import { acceptable } from '../../../local/directory/password-rules.ts';
import { passwordKinds as kindsInBrowser } from '../../../portal/assets/password-kinds.ts';
import { anyPassword, anyStandard } from '../../support/any-password.ts';

/** What the embedded directory would say of it: it was written apart from our rules, after what Windows documents. */
const directoryTakes = (password: string, { account, rules }: PasswordStandard): boolean =>
  acceptable(password, { ...rules, historyLength: 0 }, {
    attributes: { sAMAccountName: [account.username], displayName: [account.displayName] },
  } as unknown as Entry);

describe('our rules and the directory’s', () => {
  it('agree so far: whatever we let through, it takes; whatever it refuses, we have refused', () => {
    fc.assert(
      fc.property(anyPassword(), anyStandard(), (password, standard) => {
        if (ruleProblems(password, standard).length === 0)
          expect(directoryTakes(password, standard)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('agree wholly on passwords of plain characters: nothing is refused that it would take', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,24}$/), anyStandard(), (password, standard) => {
        expect(ruleProblems(password, standard).length === 0).toBe(directoryTakes(password, standard));
      }),
      { numRuns: 5_000 },
    );
  });

  it('are not as strict as to let nothing through: of what people make up, both take some and refuse some', () => {
    const samples = fc.sample(fc.tuple(anyPassword(), anyStandard()), 2_000);
    const taken = samples.filter(([password, standard]) => ruleProblems(password, standard).length === 0);
    expect(taken.length).toBeGreaterThan(200);
    expect(taken.length).toBeLessThan(1_800);
  });
});

describe('the rules that are ticked while typing', () => {
  it('are judged in the browser as they are here', () => {
    fc.assert(
      fc.property(fc.oneof(anyPassword(), fc.string({ unit: 'binary' })), (password) => {
        expect(kindsInBrowser(password)).toBe(passwordKinds(password));
      }),
      { numRuns: 5_000 },
    );
  });
});
