import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METHODS, type Proof } from '../../../domain/verification/method.ts';
import {
  commonPolicy,
  judge,
  offeredMethods,
  type VerificationPolicy,
} from '../../../domain/verification/policy.ts';
import { TRAITS } from '../../../domain/verification/traits.ts';

const NOW = 1_000;
const CODE = 'email-code';
const ANSWERS = 'security-answers';
const policy = (
  required: VerificationPolicy['required'],
  optional: VerificationPolicy['optional'] = [],
  minimumOptional = 0,
): VerificationPolicy => ({ required, optional, minimumOptional });
const proofs = (...methods: Proof['method'][]): Proof[] => methods.map((method) => ({ method, at: NOW }));

describe('a verification policy', () => {
  it.each([
    ['one required, proven', policy([CODE]), proofs(CODE), 'met'],
    ['one required, another proven', policy([CODE]), proofs(ANSWERS), 'missing'],
    ['both required, one proven', policy([CODE, ANSWERS]), proofs(CODE), 'missing'],
    ['both required, one proven twice', policy([CODE, ANSWERS]), proofs(CODE, CODE), 'missing'],
    ['both required, both proven', policy([CODE, ANSWERS]), proofs(ANSWERS, CODE), 'met'],
    ['any one of two, one proven', policy([], [CODE, ANSWERS], 1), proofs(ANSWERS), 'met'],
    ['any two of two, one proven twice', policy([], [CODE, ANSWERS], 2), proofs(CODE, CODE), 'missing'],
    ['two of one that is listed twice', policy([], [CODE, CODE], 2), proofs(CODE), 'missing'],
    ['one listed as required and optional', policy([CODE], [CODE], 1), proofs(CODE), 'missing'],
    ['more optional than there are', policy([], [CODE], 2), proofs(CODE, ANSWERS), 'missing'],
    ['required and one optional', policy([CODE], [ANSWERS], 1), proofs(CODE, ANSWERS), 'met'],
    ['optional that need not be proven', policy([CODE], [ANSWERS], 0), proofs(CODE), 'met'],
    ['nothing proven', policy([CODE]), [], 'missing'],
    ['nothing asked', policy([]), proofs(CODE, ANSWERS), 'missing'],
    ['nothing asked of the optional', policy([], [CODE, ANSWERS], 0), proofs(CODE, ANSWERS), 'missing'],
    ['fewer than nothing asked', policy([], [CODE], -1), proofs(CODE), 'missing'],
    ['no number asked', policy([], [CODE], Number.NaN), proofs(CODE), 'missing'],
    ['a proof from the future', policy([CODE]), [{ method: CODE, at: NOW + 1 }], 'missing'],
    ['a proof of this moment', policy([CODE]), [{ method: CODE, at: NOW }], 'met'],
  ] as const)('with %s', (_what, asked, given, expected) => {
    expect(judge(asked, given, NOW).kind).toBe(expected);
  });

  it('tells what is missing', () => {
    expect(judge(policy([CODE], [ANSWERS], 1), [], NOW)).toEqual({
      kind: 'missing',
      required: [CODE],
      anyOf: [ANSWERS],
      count: 1,
    });
  });

  const anyPolicy = fc.record({
    required: fc.array(fc.constantFrom(...METHODS), { maxLength: 3 }),
    optional: fc.array(fc.constantFrom(...METHODS), { maxLength: 3 }),
    minimumOptional: fc.integer({ min: -1, max: 3 }),
  });
  const anyProofs = fc.array(
    fc.record({ method: fc.constantFrom(...METHODS), at: fc.integer({ min: NOW - 5, max: NOW + 5 }) }),
    { maxLength: 5 },
  );

  it('is met only when all required and enough distinct optional methods are proven by now, not all of them weak, and no code counts for two', () => {
    fc.assert(
      fc.property(anyPolicy, anyProofs, (asked, given) => {
        const proven = new Set(given.filter(({ at }) => at <= NOW).map(({ method }) => method));
        const optional = new Set(asked.optional.filter((method) => !asked.required.includes(method)));
        const enough = [...optional].filter((method) => proven.has(method)).length >= asked.minimumOptional;
        const all = asked.required.every((method) => proven.has(method));
        const something = asked.required.length + asked.minimumOptional > 0;
        const named = [...asked.required, ...asked.optional];
        const strong = named.some((method) => proven.has(method) && !TRAITS[method].weak);
        const one = named.includes('sent-code') && named.some((m) => m === 'email-code' || m === 'sms-code');
        expect(judge(asked, given, NOW).kind === 'met').toBe(something && all && enough && strong && !one);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never unmet by a further proof', () => {
    fc.assert(
      fc.property(anyPolicy, anyProofs, anyProofs, (asked, some, more) => {
        if (judge(asked, some, NOW).kind === 'met')
          expect(judge(asked, [...some, ...more], NOW).kind).toBe('met');
      }),
    );
  });
});

describe('the methods that are shown before proof', () => {
  it('are those of every policy, in the order of the house, each once', () => {
    expect(offeredMethods([policy([CODE]), policy([CODE], [ANSWERS], 1)])).toEqual([ANSWERS, CODE]);
    expect(offeredMethods([])).toEqual([]);
  });
});

describe('what several policies ask for at the least', () => {
  it('is what one asks for, when there is one', () => {
    for (const one of [
      policy([CODE]),
      policy([CODE, ANSWERS]),
      policy([ANSWERS], [CODE], 1),
      policy([], [ANSWERS, CODE], 2),
    ])
      expect(commonPolicy([one])).toEqual(one);
    expect(commonPolicy([policy([CODE]), policy([CODE])])).toEqual(policy([CODE]));
  });

  it('requires only what all require, and counts the rest', () => {
    expect(commonPolicy([policy([ANSWERS]), policy([ANSWERS, CODE])])).toEqual(policy([ANSWERS], [CODE], 0));
    expect(commonPolicy([policy([ANSWERS]), policy([CODE])])).toEqual(policy([], [ANSWERS, CODE], 1));
    expect(commonPolicy([policy([ANSWERS, CODE]), policy([], [ANSWERS, CODE], 1)])).toEqual(
      policy([], [ANSWERS, CODE], 1),
    );
  });

  /** Policies as they may be published: they ask for something that there is, and nothing twice. */
  const published = fc
    .tuple(fc.subarray([...METHODS]), fc.subarray([...METHODS]), fc.nat({ max: METHODS.length }))
    .map(([required, choice, most]) => {
      const optional = choice.filter((method) => !required.includes(method));
      return policy(required, optional, Math.min(most, optional.length));
    })
    .filter(({ required, minimumOptional }) => required.length + minimumOptional > 0);
  const several = fc.array(published, { minLength: 1, maxLength: 4 });
  const proven = fc.subarray([...METHODS]).map((methods) => proofs(...methods));

  it('is in whatever meets any of them, and never nothing', () => {
    fc.assert(
      fc.property(several, proven, (policies, given) => {
        const common = commonPolicy(policies);
        const by = new Set(given.map(({ method }) => method));
        if (policies.some((each) => judge(each, given, NOW).kind === 'met')) {
          expect(common.required.every((method) => by.has(method))).toBe(true);
          const chosen = common.optional.filter((method) => by.has(method));
          expect(chosen.length).toBeGreaterThanOrEqual(common.minimumOptional);
        }
        expect(judge(common, [], NOW).kind).toBe('missing');
      }),
    );
  });

  it('tells of no method as required that some policy does without, and of none that no policy knows', () => {
    fc.assert(
      fc.property(several, (policies) => {
        const { required, optional, minimumOptional } = commonPolicy(policies);
        for (const each of policies) {
          expect(each.required).toEqual(expect.arrayContaining([...required]));
          expect(each.required.length + each.minimumOptional).toBeGreaterThanOrEqual(
            required.length + minimumOptional,
          );
        }
        expect([...required, ...optional].toSorted()).toEqual([...offeredMethods(policies)].toSorted());
      }),
    );
  });

  it('does not depend on the order of the policies', () => {
    fc.assert(
      fc.property(several, (policies) => {
        const [one, other] = [commonPolicy(policies), commonPolicy(policies.toReversed())];
        expect({ ...one, required: one.required.toSorted() }).toEqual({
          ...other,
          required: other.required.toSorted(),
        });
      }),
    );
  });
});
