import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../domain/verification/assessment.ts';
import { METHODS, type MethodName } from '../../../domain/verification/method.ts';
import { commonPolicy, judge, type VerificationPolicy } from '../../../domain/verification/policy.ts';
import { READY_MADE } from '../../../domain/verification/ready-made.ts';
import { waysThrough } from '../../../domain/verification/ways-through.ts';

const NOW = 1_000;
const meets = (policy: VerificationPolicy, methods: readonly MethodName[]): boolean =>
  judge(
    policy,
    methods.map((method) => ({ method, at: NOW })),
    NOW,
  ).kind === 'met';
const policy = (
  required: readonly MethodName[],
  optional: readonly MethodName[] = [],
  minimumOptional = 0,
): VerificationPolicy => ({ required, optional, minimumOptional });

const anyPolicy: fc.Arbitrary<VerificationPolicy> = fc.record({
  required: fc.array(fc.constantFrom(...METHODS), { maxLength: 3 }),
  optional: fc.array(fc.constantFrom(...METHODS), { maxLength: 7 }),
  minimumOptional: fc.integer({ min: -1, max: 4 }),
});

describe('the ways through a policy', () => {
  it('are each met as the judge judges, and by nothing less', () => {
    fc.assert(
      fc.property(anyPolicy, (asked) => {
        for (const way of waysThrough(asked)) {
          expect(meets(asked, way)).toBe(true);
          for (const left of way)
            expect(
              meets(
                asked,
                way.filter((method) => method !== left),
              ),
            ).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are all there are: whatever meets a policy has one of them in it', () => {
    fc.assert(
      fc.property(anyPolicy, fc.subarray([...METHODS]), (asked, given) => {
        const ways = waysThrough(asked);
        const isIn = ways.some((way) => way.every((method) => given.includes(method)));
        expect(meets(asked, given)).toBe(isIn);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of what several policies ask for at the least are no longer than those of any of them', () => {
    const several = fc.array(
      anyPolicy
        .map((asked) => ({ ...asked, required: [...new Set(asked.required)] }))
        .filter((asked) => waysThrough(asked).length > 0),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(several, (policies) => {
        const common = commonPolicy(policies);
        const least = Math.min(...policies.flatMap((asked) => waysThrough(asked).map((way) => way.length)));
        expect(new Set(common.required).size + common.minimumOptional).toBeLessThanOrEqual(least);
        for (const asked of policies)
          expect(common.required.every((method) => asked.required.includes(method))).toBe(true);
      }),
    );
  });
});

describe('what a policy amounts to', () => {
  it.each([
    [policy(['email-code', 'security-answers']), 'A code by e-mail and the security answers.'],
    [policy(['security-answers']), 'The security answers.'],
    [
      policy([], ['email-code', 'sms-code', 'passkey'], 2),
      'Two of: a code by e-mail, a code by text message, the passkey or security key.',
    ],
    [
      policy(['email-code'], ['authenticator-app', 'passkey'], 1),
      'A code by e-mail, and one of: a code of the authenticator app, the passkey or security key.',
    ],
    [policy(['email-code'], ['security-answers'], 1), 'A code by e-mail, and the security answers.'],
    [policy(['email-code'], ['security-answers'], 0), 'A code by e-mail.'],
    [
      policy([], ['ldap-attributes', 'email-code', 'passkey'], 1),
      'One of: what the directory holds about them, a code by e-mail, the passkey or security key (weak ones alone are never enough).',
    ],
    [policy([]), 'Nothing is asked, so that nobody gets through.'],
    [
      policy(['ldap-attributes']),
      'Nobody gets through: it asks for more than there is, or for weak proofs alone.',
    ],
    [
      policy(['sent-code', 'email-code']),
      'Nobody gets through: one code could count for two, as “sent-code” stands beside a code of its own way.',
    ],
  ])('is said in a sentence: %j', (asked, sentence) => {
    expect(assess(asked).sentence).toBe(sentence);
  });

  it.each([
    ['security answers', policy(['security-answers']), 'not-recognised', 1, false],
    ['one code', policy(['email-code']), 'partly', 1, true],
    ['a code and answers', policy(['email-code', 'security-answers']), 'partly', 2, false],
    ['two codes by different methods', policy(['email-code', 'sms-code']), 'meets', 2, true],
    ['an issued and a saved code', policy(['sent-code', 'recovery-code']), 'meets', 2, true],
    ['a code and an authenticator app', policy(['sms-code', 'authenticator-app']), 'meets', 2, true],
    [
      'a saved code and an authenticator app',
      policy(['recovery-code', 'authenticator-app']),
      'meets',
      2,
      true,
    ],
    ['an authenticator app alone', policy(['authenticator-app']), 'partly', 1, true],
    ['a passkey', policy(['passkey']), 'meets', 2, true],
    ['the identity provider', policy(['openid-connect']), 'not-recognised', 1, true],
    ['attributes and a code', policy(['ldap-attributes', 'email-code']), 'partly', 1, false],
    ['a code, or answers', policy([], ['email-code', 'security-answers'], 1), 'not-recognised', 1, true],
    ['a passkey, or one code', policy([], ['passkey', 'email-code'], 1), 'partly', 1, true],
    [
      'any two of codes and answers',
      policy([], ['email-code', 'sms-code', 'security-answers'], 2),
      'partly',
      2,
      true,
    ],
    ['nobody', policy(['sent-code', 'sms-code']), 'not-recognised', 0, false],
  ] as const)('goes by the weakest way: %s', (_what, asked, standing, points, wcag) => {
    const assessed = assess(asked);
    expect([assessed.nist.standing, assessed.points, assessed.wcag.meets]).toEqual([standing, points, wcag]);
  });

  it('has whole sentences to say of any policy', () => {
    fc.assert(
      fc.property(anyPolicy, (asked) => {
        const { sentence, nist, wcag, warnings } = assess(asked);
        for (const said of [sentence, nist.sentence, wcag.sentence, ...warnings])
          expect(said).toMatch(/^[A-Z“].*\.$/su);
      }),
      { numRuns: 300 },
    );
  });

  it('warns of one thing that is enough alone, of answers, of what counts for little, and of what is named in vain', () => {
    const told = (asked: VerificationPolicy, send?: 'sms') => assess(asked, send).warnings.join('\n');
    expect(told(policy(['sms-code']))).toContain('A text message alone is enough');
    expect(told(policy(['sent-code']), 'sms')).toContain('A text message alone is enough');
    expect(told(policy(['sent-code']))).toContain('A code that is sent to them alone is enough');
    expect(told(policy(['passkey']))).toBe('');
    expect(told(policy(['security-answers', 'ldap-attributes']))).toContain(
      'Security answers alone are enough',
    );
    expect(told(policy(['security-answers', 'email-code']))).toContain(
      'Nobody can get through without security answers',
    );
    expect(told(policy(['email-code'], ['security-answers', 'passkey'], 1))).toContain(
      'Security answers are among',
    );
    expect(told(policy(['email-code', 'ldap-attributes']))).toContain('That counts for little');
    expect(told(policy(['passkey'], ['email-code'], 0))).toContain('none is demanded');
    expect(told(policy(['openid-connect', 'passkey']))).toContain('the very password that was forgotten');
    expect(told(policy(['email-code', 'passkey']))).toBe('');
  });
});

describe('the ready-made policies', () => {
  const of = (id: string) => READY_MADE.find((one) => one.id === id) ?? expect.fail(id);

  it('can all be met', () => {
    for (const { policy: asked } of READY_MADE) expect(waysThrough(asked).length).toBeGreaterThan(0);
  });

  it('grow stricter, and only the one that asks for answers alone needs a risk accepted', () => {
    expect(READY_MADE.map(({ id }) => id)).toEqual(['citrix-compatible', 'balanced', 'strict']);
    expect(READY_MADE.map(({ risks }) => risks)).toEqual([['answers-alone'], [], []]);
    expect(READY_MADE.map(({ policy: asked }) => assess(asked).nist.standing)).toEqual([
      'not-recognised',
      'partly',
      'meets',
    ]);
  });

  it('strict is two codes by different ways, or a code and an authenticator or passkey; never answers', () => {
    expect(waysThrough(of('strict').policy)).toEqual([
      ['email-code', 'sms-code'],
      ['email-code', 'authenticator-app'],
      ['email-code', 'passkey'],
    ]);
    expect(meets(of('strict').policy, ['email-code', 'security-answers', 'recovery-code'])).toBe(false);
    expect(assess(of('strict').policy)).toMatchObject({ wcag: { meets: true }, warnings: [] });
  });
});
