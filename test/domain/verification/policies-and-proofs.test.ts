import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFETIMES } from '../../../domain/policy/limits.ts';
import type { MethodName, Proof } from '../../../domain/verification/method.ts';
import { METHODS } from '../../../domain/verification/method.ts';
import { judge, type Standing, type VerificationPolicy } from '../../../domain/verification/policy.ts';

/**
 * What meets what. One letter for each method:
 *
 *   A answers · E e-mail code · S SMS code · C code sent either way · T authenticator app (TOTP) · P passkey · R saved recovery code
 *   O OpenID Connect · X external responses · L LDAP attributes (weak) · B remembered browser (weak)
 *
 * Policy: what is required, then how many of what is optional. Proofs: `E` fresh, `E'` a moment before it grows stale, `E-`
 * stale, `E+` from the future. Expected: `met`; or the required methods still missing and how many of which optional ones;
 * `never`, where no proof will ever do.
 */
const TABLE = `
policy                    | proofs                  | expected
E                         | -                       | E
E                         | E                       | met
E                         | E E                     | met
E                         | A                       | E
E                         | S                       | E
E                         | R                       | E
E                         | E-                      | E
E                         | E+                      | E
E                         | E'                      | met
E                         | E- E                    | met
E                         | A S T P R O X L B       | E
A E                       | -                       | A E
A E                       | A                       | E
A E                       | E                       | A
A E                       | A E                     | met
A E                       | E A                     | met
A E                       | A A                     | E
A E                       | A E-                    | E
A E                       | A E+                    | E
A E                       | A S                     | E
A E                       | E S T P R               | A
A                         | -                       | A
A                         | A                       | met
A                         | A A                     | met
A                         | E                       | A
A                         | L                       | A
A                         | A-                      | A
A                         | L B                     | A
A                         | E S P                   | A
P                         | -                       | P
P                         | P                       | met
P                         | T                       | P
P                         | E A                     | P
P                         | P-                      | P
P                         | P+                      | P
E T                       | -                       | E T
E T                       | E                       | T
E T                       | T                       | E
E T                       | E T                     | met
E T                       | E S                     | T
E T                       | T P                     | E
E T                       | E T-                    | T
E T                       | E' T'                   | met
E S T                     | -                       | E S T
E S T                     | E                       | S T
E S T                     | E S                     | T
E S T                     | S T                     | E
E S T                     | E S T                   | met
E S T                     | E E T                   | S
E S T                     | E S T+                  | T
E S T                     | A P R O                 | E S T
E / 1 of S T P            | -                       | E / 1 of S T P
E / 1 of S T P            | E                       | / 1 of S T P
E / 1 of S T P            | S                       | E
E / 1 of S T P            | S T P                   | E
E / 1 of S T P            | E S                     | met
E / 1 of S T P            | E T                     | met
E / 1 of S T P            | E P                     | met
E / 1 of S T P            | E E                     | / 1 of S T P
E / 1 of S T P            | E A                     | / 1 of S T P
E / 1 of S T P            | E R                     | / 1 of S T P
E / 1 of S T P            | E S-                    | / 1 of S T P
E / 1 of S T P            | E- S                    | E
E / 1 of S T P            | E S T P                 | met
A / 1 of E S              | -                       | A / 1 of E S
A / 1 of E S              | A                       | / 1 of E S
A / 1 of E S              | E                       | A
A / 1 of E S              | E S                     | A
A / 1 of E S              | A E                     | met
A / 1 of E S              | A S                     | met
A / 1 of E S              | A A                     | / 1 of E S
A / 1 of E S              | A P                     | / 1 of E S
A / 1 of E S              | A E+                    | / 1 of E S
/ 1 of A E                | -                       | / 1 of A E
/ 1 of A E                | A                       | met
/ 1 of A E                | E                       | met
/ 1 of A E                | A E                     | met
/ 1 of A E                | P                       | / 1 of A E
/ 1 of A E                | A-                      | / 1 of A E
/ 1 of A E                | A+                      | / 1 of A E
/ 2 of A E S              | -                       | / 2 of A E S
/ 2 of A E S              | A                       | / 1 of E S
/ 2 of A E S              | A A                     | / 1 of E S
/ 2 of A E S              | E E                     | / 1 of A S
/ 2 of A E S              | A E                     | met
/ 2 of A E S              | A S                     | met
/ 2 of A E S              | E S                     | met
/ 2 of A E S              | A E-                    | / 1 of E S
/ 2 of A E S              | A E S                   | met
/ 2 of A E S              | A P                     | / 1 of E S
/ 2 of E S T P R          | -                       | / 2 of E S T P R
/ 2 of E S T P R          | E                       | / 1 of S T P R
/ 2 of E S T P R          | E E                     | / 1 of S T P R
/ 2 of E S T P R          | E S                     | met
/ 2 of E S T P R          | E P                     | met
/ 2 of E S T P R          | T R                     | met
/ 2 of E S T P R          | A E                     | / 1 of S T P R
/ 2 of E S T P R          | A O                     | / 2 of E S T P R
/ 2 of E S T P R          | P-                      | / 2 of E S T P R
/ 2 of E S T P R          | P P P                   | / 1 of E S T R
/ 2 of E S T P R          | E- S- T                 | / 1 of E S P R
/ 2 of E S T P R          | S T P R                 | met
/ 3 of E T P R O          | -                       | / 3 of E T P R O
/ 3 of E T P R O          | E T                     | / 1 of P R O
/ 3 of E T P R O          | E T P                   | met
/ 3 of E T P R O          | P R O                   | met
/ 3 of E T P R O          | E E T                   | / 1 of P R O
/ 3 of E T P R O          | E T P-                  | / 1 of P R O
/ 3 of E T P R O          | E T X                   | / 1 of P R O
/ 3 of E T P R O          | E T P R O               | met
E / 2 of A T P R          | -                       | E / 2 of A T P R
E / 2 of A T P R          | E                       | / 2 of A T P R
E / 2 of A T P R          | E A                     | / 1 of T P R
E / 2 of A T P R          | E A T                   | met
E / 2 of A T P R          | A T                     | E
E / 2 of A T P R          | E P R                   | met
E / 2 of A T P R          | E T T                   | / 1 of A P R
E / 2 of A T P R          | E A T- P                | met
E / 0 of A                | -                       | E
E / 0 of A                | E                       | met
E / 0 of A                | A                       | E
E / 0 of A                | E A                     | met
E / 0 of A                | A A                     | E
/ 0 of A E                | -                       | never
/ 0 of A E                | A                       | never
/ 0 of A E                | E                       | never
/ 0 of A E                | A E                     | never
C                         | -                       | C
C                         | C                       | met
C                         | E                       | C
C                         | S                       | C
C                         | E S                     | C
C                         | C-                      | C
C A                       | -                       | C A
C A                       | C                       | A
C A                       | A                       | C
C A                       | C A                     | met
C A                       | E A                     | C
C A                       | S A                     | C
C / 1 of A T P            | -                       | C / 1 of A T P
C / 1 of A T P            | C                       | / 1 of A T P
C / 1 of A T P            | C A                     | met
C / 1 of A T P            | C P                     | met
C / 1 of A T P            | A T                     | C
C / 1 of A T P            | C E                     | / 1 of A T P
C / 1 of A T P            | C S                     | / 1 of A T P
C E                       | -                       | never
C E                       | C                       | never
C E                       | E                       | never
C E                       | C E                     | never
C / 1 of S T              | -                       | never
C / 1 of S T              | C                       | never
C / 1 of S T              | C T                     | never
C / 1 of S T              | C S                     | never
C / 1 of S T              | C S T                   | never
/ 2 of C E T              | -                       | never
/ 2 of C E T              | C E                     | never
/ 2 of C E T              | C T                     | never
/ 2 of C E T              | E T                     | never
/ 2 of C E T              | C E T                   | never
L                         | -                       | never
L                         | L                       | never
L                         | B                       | never
L                         | L L                     | never
L                         | L E P                   | never
B                         | -                       | never
B                         | B                       | never
B                         | L B                     | never
B                         | B E                     | never
L B                       | -                       | never
L B                       | L                       | never
L B                       | B                       | never
L B                       | L B                     | never
L B                       | L B P                   | never
/ 2 of L B                | -                       | never
/ 2 of L B                | L B                     | never
L A                       | -                       | L A
L A                       | L                       | A
L A                       | A                       | L
L A                       | L A                     | met
L A                       | L E                     | A
B E                       | -                       | B E
B E                       | B                       | E
B E                       | E                       | B
B E                       | B E                     | met
B E                       | B- E                    | B
L / 1 of B E              | -                       | L / 1 of E
L / 1 of B E              | L                       | / 1 of E
L / 1 of B E              | B                       | L / 1 of E
L / 1 of B E              | E                       | L
L / 1 of B E              | L B                     | / 1 of E
L / 1 of B E              | L E                     | met
L / 1 of B E              | B E                     | L
L / 1 of B E              | L B E                   | met
L / 0 of E S              | -                       | L / 1 of E S
L / 0 of E S              | L                       | / 1 of E S
L / 0 of E S              | E                       | L
L / 0 of E S              | L E                     | met
L / 0 of E S              | L S                     | met
L / 0 of E S              | L E S                   | met
/ 1 of L B E              | -                       | / 1 of E
/ 1 of L B E              | L                       | / 1 of E
/ 1 of L B E              | B                       | / 1 of E
/ 1 of L B E              | E                       | met
/ 1 of L B E              | L B                     | / 1 of E
/ 1 of L B E              | L E                     | met
/ 2 of L B E              | -                       | / 2 of L B E
/ 2 of L B E              | L                       | / 1 of E
/ 2 of L B E              | L B                     | / 1 of E
/ 2 of L B E              | L E                     | met
/ 2 of L B E              | B E                     | met
/ 2 of L B E              | E E                     | / 1 of L B
/ 2 of L B E              | L B E                   | met
/ 2 of L B E T            | -                       | / 2 of L B E T
/ 2 of L B E T            | L                       | / 1 of E T
/ 2 of L B E T            | L B                     | / 1 of E T
/ 2 of L B E T            | L E                     | met
/ 2 of L B E T            | E T                     | met
/ 2 of L B E T            | B T                     | met
/ 2 of L B E T            | L B P                   | / 1 of E T
/ 3 of L B A E            | -                       | / 3 of L B A E
/ 3 of L B A E            | L B                     | / 1 of A E
/ 3 of L B A E            | L A                     | / 1 of B E
/ 3 of L B A E            | L B A                   | met
/ 3 of L B A E            | L B E                   | met
/ 3 of L B A E            | A E                     | / 1 of L B
/ 3 of L B A E            | A E L                   | met
O                         | -                       | O
O                         | O                       | met
O                         | P                       | O
O                         | O O                     | met
O                         | O-                      | O
O / 1 of E S R            | -                       | O / 1 of E S R
O / 1 of E S R            | O                       | / 1 of E S R
O / 1 of E S R            | E                       | O
O / 1 of E S R            | O E                     | met
O / 1 of E S R            | O R                     | met
O / 1 of E S R            | E S R                   | O
X E                       | -                       | X E
X E                       | X                       | E
X E                       | E                       | X
X E                       | X E                     | met
X E                       | A E                     | X
X / 1 of L B T            | -                       | X / 1 of L B T
X / 1 of L B T            | X                       | / 1 of L B T
X / 1 of L B T            | X L                     | met
X / 1 of L B T            | X B                     | met
X / 1 of L B T            | X T                     | met
X / 1 of L B T            | L B                     | X
R / 1 of E S              | -                       | R / 1 of E S
R / 1 of E S              | R                       | / 1 of E S
R / 1 of E S              | R R                     | / 1 of E S
R / 1 of E S              | R E                     | met
R / 1 of E S              | E S                     | R
R / 1 of E S              | R S-                    | / 1 of E S
P / 0 of E A              | -                       | P
P / 0 of E A              | P                       | met
P / 0 of E A              | E A                     | P
P / 0 of E A              | P E                     | met
E E A                     | -                       | E A
E E A                     | E                       | A
E E A                     | A                       | E
E E A                     | E A                     | met
E / 1 of E A              | -                       | E / 1 of A
E / 1 of E A              | E                       | / 1 of A
E / 1 of E A              | E A                     | met
E / 1 of E A              | E E                     | / 1 of A
/ 2 of E E A              | -                       | / 2 of E A
/ 2 of E E A              | E                       | / 1 of A
/ 2 of E E A              | E E                     | / 1 of A
/ 2 of E E A              | E A                     | met
/ 3 of E S                | -                       | never
/ 3 of E S                | E                       | never
/ 3 of E S                | E S                     | never
/ 3 of E S                | E S T P                 | never
A E S T P R O X L B       | -                       | A E S T P R O X L B
A E S T P R O X L B       | A E S T P               | R O X L B
A E S T P R O X L B       | A E S T P R O X L B     | met
A E S T P R O X L B       | A E S T P R O X L       | B
A E S T P R O X L B       | E E E E E E E E E E     | A S T P R O X L B
nothing                   | -                       | never
nothing                   | A                       | never
nothing                   | E                       | never
nothing                   | A E S C T P R O X L B   | never
`;

const NOW = 10_000_000;
const LETTERS: Readonly<Record<string, MethodName>> = {
  A: 'security-answers',
  E: 'email-code',
  S: 'sms-code',
  C: 'sent-code',
  T: 'authenticator-app',
  P: 'passkey',
  R: 'recovery-code',
  O: 'openid-connect',
  X: 'external-responses',
  L: 'ldap-attributes',
  B: 'previous-authentication',
};
const LETTER_OF = new Map(Object.entries(LETTERS).map(([letter, method]) => [method, letter]));
const methodOf = (letter: string): MethodName => LETTERS[letter] ?? expect.fail(`no method ${letter}`);
const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
const letters = (methods: readonly MethodName[]): string =>
  methods.map((method) => LETTER_OF.get(method)).join(' ');

function policyOf(text: string): VerificationPolicy {
  const [required = '', choice = ''] = text.replace('nothing', '').split('/');
  const [count, , ...optional] = wordsOf(choice);
  return {
    required: wordsOf(required).map(methodOf),
    optional: optional.map(methodOf),
    minimumOptional: Number(count ?? 0),
  };
}

const AGES: Readonly<Record<string, number>> = { "'": LIFETIMES.proof - 1, '-': LIFETIMES.proof, '+': -1 };
const proofsOf = (text: string): readonly Proof[] =>
  wordsOf(text.replace(/^-$/, '')).map((word) => ({
    method: methodOf(word.charAt(0)),
    at: NOW - (AGES[word.charAt(1)] ?? 0),
  }));

/** A standing as the table writes it. */
function written(standing: Standing): string {
  if (standing.kind === 'met') return 'met';
  const { required, anyOf, count } = standing;
  const choice = count > 0 ? `/ ${String(count)} of ${letters(anyOf)}` : '';
  return `${letters(required)} ${choice}`.trim();
}

const ROWS = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('|').map((cell) => cell.trim()))
  .map(([policy = '', proofs = '', expected = '']) => ({ policy, proofs, expected }));
const POLICIES = [...new Set(ROWS.map(({ policy }) => policy))];

describe('policies and proofs', () => {
  it('are looked at in more than two hundred rows', () => {
    expect(ROWS.length).toBeGreaterThan(200);
    expect(new Set(ROWS.map(({ policy, proofs }) => `${policy}|${proofs}`)).size).toBe(ROWS.length);
  });

  it.each(ROWS)('$policy with $proofs: $expected', ({ policy, proofs, expected }) => {
    const standing = judge(policyOf(policy), proofsOf(proofs), NOW);
    if (expected === 'never') expect(standing.kind).toBe('missing');
    else expect(written(standing)).toBe(expected);
  });

  it('go together as a second judge says, of whom nothing but the sentences above is known, for every set of proofs', () => {
    for (const text of POLICIES) {
      const policy = policyOf(text);
      for (let set = 0; set < 1 << METHODS.length; set += 1) {
        const proven = METHODS.filter((_, bit) => set & (1 << bit));
        const proofs = proven.map((method) => ({ method, at: NOW }));
        const met = judge(policy, proofs, NOW).kind === 'met';
        if (met !== secondJudge(text, letters(proven)))
          expect.fail(`${text} with ${letters(proven)}: ${String(met)}`);
      }
    }
  });
});

/** Judges by the letters alone: all that is required, enough of the rest, and something that is not weak; never one code for two. */
function secondJudge(policy: string, proven: string): boolean {
  const [required = '', choice = ''] = policy.replace('nothing', '').split('/');
  const count = Number(/\d/.exec(choice)?.[0] ?? 0);
  const optional = [...new Set(choice.replace(/\d of/, '').match(/[A-Z]/g))].filter(
    (one) => !required.includes(one),
  );
  const named = required + optional.join('');
  if (required.trim() === '' && count === 0) return false;
  if (named.includes('C') && /[ES]/.test(named)) return false;
  return (
    wordsOf(required).every((one) => proven.includes(one)) &&
    optional.filter((one) => proven.includes(one)).length >= count &&
    (named.match(/[^LB ]/g) ?? []).some((one) => proven.includes(one))
  );
}

const method = fc.constantFrom(...METHODS);
const anyPolicy: fc.Arbitrary<VerificationPolicy> = fc.record({
  required: fc.array(method, { maxLength: 4 }),
  optional: fc.array(method, { maxLength: 6 }),
  minimumOptional: fc.integer({ min: -1, max: 5 }),
});
const at = fc.oneof(
  fc.integer({ min: NOW - LIFETIMES.proof - 2, max: NOW + 2 }),
  fc.constantFrom(NOW, NOW - LIFETIMES.proof, NOW - LIFETIMES.proof + 1, NOW + 1),
);
const anyProofs = fc.array(fc.record({ method, at }), { maxLength: 12 });
const counts = ({ at: when }: Proof) => when <= NOW && NOW - when < LIFETIMES.proof;
const isMet = (policy: VerificationPolicy, proofs: readonly Proof[]) =>
  judge(policy, proofs, NOW).kind === 'met';

describe('the judge', () => {
  it('says met only when all that is required and enough of the rest is proven, by what counts', () => {
    fc.assert(
      fc.property(anyPolicy, anyProofs, (policy, proofs) => {
        if (!isMet(policy, proofs)) return;
        const proven = new Set(proofs.filter(counts).map((proof) => proof.method));
        const rest = new Set(policy.optional.filter((one) => !policy.required.includes(one)));
        expect(policy.required.every((one) => proven.has(one))).toBe(true);
        expect([...rest].filter((one) => proven.has(one)).length).toBeGreaterThanOrEqual(
          policy.minimumOptional,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes nothing back for a further proof, and nothing more for one that is there already', () => {
    fc.assert(
      fc.property(anyPolicy, anyProofs, anyProofs, (policy, some, more) => {
        if (isMet(policy, some)) expect(isMet(policy, [...some, ...more])).toBe(true);
        expect(judge(policy, [...some, ...some], NOW)).toEqual(judge(policy, some, NOW));
      }),
    );
  });

  it('looks at no proof that is stale, or from the future', () => {
    fc.assert(
      fc.property(anyPolicy, anyProofs, (policy, proofs) => {
        expect(judge(policy, proofs, NOW)).toEqual(judge(policy, proofs.filter(counts), NOW));
      }),
    );
  });

  it('is never content with weak proofs alone, nor with a policy that takes one code for two', () => {
    const weak = fc.array(
      fc.record({ method: fc.constantFrom('ldap-attributes', 'previous-authentication'), at }),
    );
    fc.assert(
      fc.property(anyPolicy, weak as typeof anyProofs, (policy, proofs) => {
        expect(isMet(policy, proofs)).toBe(false);
      }),
    );
    const code = fc.constantFrom('email-code' as const, 'sms-code' as const);
    fc.assert(
      fc.property(anyPolicy, anyProofs, code, fc.boolean(), (policy, proofs, beside, isRequired) => {
        const required = [...policy.required, ...(isRequired ? (['sent-code'] as const) : [])];
        const optional = [...policy.optional, beside, ...(isRequired ? [] : (['sent-code'] as const))];
        expect(isMet({ ...policy, required, optional }, proofs)).toBe(false);
      }),
    );
  });

  it('is content as soon as what it says is missing is given, and not before', () => {
    fc.assert(
      fc.property(anyPolicy, anyProofs, fc.nat(), (policy, proofs, turn) => {
        const standing = judge(policy, proofs, NOW);
        if (standing.kind === 'met' || standing.count > standing.anyOf.length) return;
        const { required, anyOf, count } = standing;
        const from = anyOf.length === 0 ? 0 : turn % anyOf.length;
        const chosen = [...anyOf, ...anyOf].slice(from, from + count);
        const given = [...required, ...chosen].map((each) => ({ method: each, at: NOW }));
        const named = [...policy.required, ...policy.optional];
        const isPossible =
          policy.required.length + policy.minimumOptional > 0 &&
          !(named.includes('sent-code') && (named.includes('email-code') || named.includes('sms-code'))) &&
          named.some((one) => !WEAK.includes(one));
        const after = judge(policy, [...proofs, ...given], NOW);
        // Of several to choose, weak ones may have been chosen: then one more is asked for, that is not.
        if (isPossible && after.kind === 'missing')
          expect(chosen.every((one) => WEAK.includes(one))).toBe(true);
        if (!isPossible) expect(after.kind).toBe('missing');
        if (given.length > 0) expect(isMet(policy, [...proofs, ...given.slice(1)])).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

const WEAK: readonly MethodName[] = ['ldap-attributes', 'previous-authentication'];
