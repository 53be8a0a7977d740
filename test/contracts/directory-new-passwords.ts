import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commonPasswords } from '../../adapters/breached-list/common-passwords.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { ruleProblems } from '../../domain/policy/password-rules.ts';
import type { PasswordStandard } from '../../domain/policy/password-standard.ts';
import { suggestPassword } from '../../domain/policy/suggest-password.ts';
import type { DirectoryAnswer } from '../../domain/ports/directory-answer.ts';
import { anyPassword } from '../support/any-password.ts';
import { accountOf } from './directory-person.ts';
import type { DirectoryUnderTest } from './directory.ts';

/** Long and mixed enough, or not; with a name in it, or without. */
const madeUp = fc
  .tuple(
    fc.constantFrom('', '', 'Aa1-quite-'),
    anyPassword(),
    fc.constantFrom('', '', '', 'OKAFOR', 'almeida', 'Alice'),
  )
  .map((parts) => parts.join(''));

/** Somebody under the domain's rules, and somebody under stricter ones of their own. */
const PEOPLE = ['alice', 'victor'] as const;

/**
 * What a directory says of new passwords, beside what our rules say of them: whatever passes them it takes, so that whatever it refuses
 * as against its policy, history and filters aside, was refused before it was asked.
 */
export function newPasswordsContract(
  name: string,
  make: () => Promise<DirectoryUnderTest>,
  /** How it counts a length: Windows and we in UTF-16 units, Samba in code points. */
  lengthOf = (password: string): number => password.length,
): void {
  describe(`${name} and our rules`, () => {
    let directory: DirectoryUnderTest;
    beforeAll(async () => {
      directory = await make();
    });
    afterAll(async () => {
      for (const username of PEOPLE) await directory.restore(username);
    });

    /** Resets a password that our rules let through; undefined for any other. */
    const reset = async (
      username: string,
      choose: (standard: PasswordStandard) => Promise<string>,
    ): Promise<DirectoryAnswer | undefined> => {
      const { person } = await accountOf(directory, username);
      return directory.repairs.at(person, async (bench) => {
        if (!bench) throw new Error(`${username} is at no bench`);
        const standard = { account: bench.account, rules: bench.rules, bannedWords: [] };
        const password = await choose(standard);
        const passes =
          ruleProblems(password, standard).length === 0 && lengthOf(password) >= bench.rules.minimumLength;
        return passes ? bench.reset(password) : undefined;
      });
    };

    it.each(PEOPLE)('agree so far on what %s makes up: what they let through is taken', async (username) => {
      let taken = 0;
      // The directory also refuses what it remembers.
      const before = new Set<string>();
      await fc.assert(
        fc.asyncProperty(madeUp, async (password) => {
          if (before.has(password)) return;
          before.add(password);
          const answer = await reset(username, async () => password);
          taken += answer ? 1 : 0;
          expect(answer ?? { kind: 'done' }).toEqual({ kind: 'done' });
        }),
        // ª is a letter of neither case by category, and a small one to a directory.
        { numRuns: 100, examples: [['İlkeraaaaªİlkera']] },
      );
      expect(taken).toBeGreaterThan(5);
    });

    it.each(PEOPLE)('agree on every password that is suggested to %s', async (username) => {
      const ports = { random: systemRandom(), breached: commonPasswords() };
      for (let i = 0; i < 15; i += 1) {
        const suggested = await reset(
          username,
          async (standard) => (await suggestPassword(ports, standard)) ?? '',
        );
        expect(suggested).toEqual({ kind: 'done' });
      }
    });
  });
}
