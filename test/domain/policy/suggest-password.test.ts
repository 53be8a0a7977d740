import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from '../../../adapters/breached-list/common-passwords.ts';
import { systemRandom } from '../../../adapters/system/random.ts';
import { Failure } from '../../../domain/failure.ts';
import { passwordProblems, ruleProblems } from '../../../domain/policy/password-rules.ts';
import type { PasswordStandard } from '../../../domain/policy/password-standard.ts';
import { suggestPassword } from '../../../domain/policy/suggest-password.ts';
import type { Entry } from '../../../local/directory/entry.ts';
import { acceptable } from '../../../local/directory/password-rules.ts';
import { anyStandard } from '../../support/any-password.ts';
import { anAccount, RULES } from '../../support/scripted-account.ts';

const ports = { random: systemRandom(), breached: commonPasswords() };
const standard = (changes: Partial<PasswordStandard> = {}): PasswordStandard => ({
  account: anAccount('jo'),
  rules: RULES,
  bannedWords: [],
  ...changes,
});
const suggested = async (of: PasswordStandard): Promise<string> => {
  const suggestion = await suggestPassword(ports, of);
  if (suggestion === undefined) throw new Error('nothing was suggested');
  return suggestion;
};
const takenByDirectory = (password: string, { account, rules }: PasswordStandard): boolean =>
  acceptable(password, { ...rules, historyLength: 0 }, {
    attributes: { sAMAccountName: [account.username], displayName: [account.displayName] },
  } as unknown as Entry);
/** Every text of three letters in which a consonant and a vowel take turns: nothing that can be spoken is without one. */
const EVERY_SOUND = Array.from('bdfghjklmnprstvwz').flatMap((consonant) =>
  Array.from('aeiou').flatMap((vowel) => Array.from('aeiou').map((other) => other + consonant + vowel)),
);

describe('a suggested password', () => {
  it('passes the very rules it is then judged by, and the directory takes it, whatever rules, names and words there are', async () => {
    const words = fc.array(
      fc.oneof(
        fc.stringMatching(/^[a-z]{3,8}$/),
        fc.stringMatching(/^[a-z0-9@$!]{3,5}$/),
        fc.constantFrom('ova', '-42', 'ta7'),
      ),
      { maxLength: 60 },
    );
    const longer = fc.integer({ min: 0, max: 256 });
    await fc.assert(
      fc.asyncProperty(anyStandard(words), longer, async (any, minimumLength) => {
        const of = { ...any, rules: { ...any.rules, minimumLength } };
        const password = await suggested(of);
        expect(await passwordProblems(ports, password, of)).toEqual([]);
        expect(takenByDirectory(password, of)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a thousand words', Array.from({ length: 1_000 }, (_, index) => `word${String(index)}`)],
    ['everything that can be spoken', EVERY_SOUND],
    ['the letters of every digit', ['aaa', 'ooo', 'sss', 'ttt', 'eee', 'zzz']],
  ])('is found where %s may not be said', async (_, bannedWords) => {
    const of = standard({ bannedWords, rules: { ...RULES, minimumLength: 64 } });
    expect(ruleProblems(await suggested(of), of)).toEqual([]);
  });

  it('is easy to type: words of two syllables, each with its capital, then a hyphen and three digits', async () => {
    for (let i = 0; i < 200; i += 1)
      expect(await suggested(standard())).toMatch(
        /^(?:[BDFGHJ-NPRSTVWZ][aeiou][bdfghj-nprstvwz][aeiou]){5}-[2-9]{3}$/,
      );
  });

  it('is as long as the rules of the account ask for', async () => {
    for (const minimumLength of [24, 25, 32, 127, 255, 256]) {
      const { length } = await suggested(standard({ rules: { ...RULES, minimumLength } }));
      expect(length).toBeGreaterThanOrEqual(minimumLength);
      expect(length).toBeLessThan(minimumLength + 4);
    }
  });

  it('has more than 70 bits of chance: each of its places is as likely to hold any of its letters', async () => {
    const drawn = await Promise.all(Array.from({ length: 4_000 }, () => suggested(standard())));
    expect(new Set(drawn).size).toBe(drawn.length);
    const bits = Array.from({ length: drawn[0]?.length ?? 0 }, (_, place) => {
      const counts = new Map<string, number>();
      for (const password of drawn)
        counts.set(password.charAt(place), (counts.get(password.charAt(place)) ?? 0) + 1);
      return [...counts.values()].reduce(
        (sum, count) => sum - (count / drawn.length) * Math.log2(count / drawn.length),
        0,
      );
    });
    expect(bits.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(70);
  });

  it('is drawn anew when a list knows it', async () => {
    const seen: string[] = [];
    const breached = { includes: async (password: string) => seen.push(password) < 3 };
    expect(await suggestPassword({ ...ports, breached }, standard())).toBe(seen[2]);
    expect(new Set(seen).size).toBe(3);
  });

  it('is none where none can be: no password is longer than 256 characters', async () => {
    expect(
      await suggestPassword(ports, standard({ rules: { ...RULES, minimumLength: 257 } })),
    ).toBeUndefined();
    const breached = { includes: async () => true };
    expect(await suggestPassword({ ...ports, breached }, standard())).toBeUndefined();
  });

  it('is none, but a failure, where the list that must be asked cannot be', async () => {
    const breached = {
      includes: async () => {
        throw new Failure('breached-list-unavailable', 'nobody answers');
      },
    };
    await expect(suggestPassword({ ...ports, breached }, standard())).rejects.toMatchObject({
      code: 'breached-list-unavailable',
    });
  });
});
