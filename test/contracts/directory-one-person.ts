import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimForms } from '../../domain/recovery/claim-forms.ts';
import { type NameClaim, readClaim } from '../../domain/recovery/claim.ts';
import { DOMAIN } from '../../local/people.ts';
import type { Claimable, ClaimsUnderTest } from './directory-claims.ts';

/** Few letters, so that one person's name often is another's number, and whatever LDAP makes something of. */
const letter = fc.constantFrom('a', 'b', 'A', '1', '.', '-', "'", '#', '(', ')', '&', '!', '~');
const name = fc
  .array(letter, { minLength: 1, maxLength: 3 })
  .map((letters) => letters.join(''))
  // No directory takes a user name that ends with a full stop.
  .filter((text) => !text.endsWith('.'));
/** No NUL: Samba keeps what stands before it only, and whatever has one is no claim. */
const anything = fc.oneof(
  name,
  fc
    .array(fc.constantFrom('a', '*', '\\', ')(', ',', '=', '"', ' '), { minLength: 1, maxLength: 4 })
    .map((p) => `a${p.join('')}z`),
);

/** Some dozen people, the same for the same seed: every user name and every principal name is had once, the rest as it comes. */
export function generatedPeople(
  seed: number,
  { namesakes }: { readonly namesakes: boolean },
): readonly Claimable[] {
  const suffixes = namesakes ? ['example.com', DOMAIN.dns] : ['example.com'];
  const key = (text: string): string => text.toLowerCase();
  const person = fc.record({
    username: name,
    upn: fc.tuple(name, fc.constantFrom(...suffixes)).map((parts) => parts.join('@')),
    mail: fc.tuple(anything, fc.constantFrom('example.com', DOMAIN.dns)).map((parts) => parts.join('@')),
    employeeId: anything,
  });
  const [people = []] = fc.sample(
    fc.uniqueArray(person, {
      minLength: 24,
      maxLength: 30,
      comparator: (one, other) =>
        key(one.username) === key(other.username) || key(one.upn) === key(other.upn),
    }),
    { seed, numRuns: 1 },
  );
  return people;
}

const FORMS: fc.Arbitrary<ClaimForms> = fc
  .record({
    bareName: fc.boolean(),
    domainName: fc.boolean(),
    principalName: fc.boolean(),
    mail: fc.boolean(),
    numbers: fc.boolean(),
  })
  .map(({ numbers, ...forms }) => ({ ...forms, ...(numbers && { employeeNumber: 'employeeID' }) }));

/** No text, whatever is in it, names more than one person, or another than it should. */
export function onePersonContract(
  title: string,
  open: (people: readonly Claimable[]) => Promise<ClaimsUnderTest>,
  {
    worlds,
    runs,
    namesakes,
  }: { readonly worlds: readonly number[]; readonly runs: number; readonly namesakes: boolean },
): void {
  describe.each(worlds)(`among generated people (%i) in ${title}`, (seed) => {
    const people = generatedPeople(seed, { namesakes });
    let directory: ClaimsUnderTest;
    beforeAll(async () => {
      directory = await open(people);
    });
    afterAll(() => directory.done());

    it('whatever is typed names the one person it should, or nobody', async () => {
      const seen = { one: 0, none: 0, ambiguous: 0 };
      await fc.assert(
        fc.asyncProperty(typedAbout(people), FORMS, async (typed, forms) => {
          const claim = readClaim(typed);
          if (!claim) return;
          const found = await directory.reader.find(claim, { forms });
          seen[found.kind] += 1;
          const meant = people
            .filter((one) => isMeant(one, claim, forms))
            .map(({ username }) => `CORP\\${username}`);
          if (found.kind === 'one')
            expect([typed, [`CORP\\${found.account.username}`]]).toEqual([typed, meant]);
          else if (found.kind === 'none') expect([typed, meant]).toEqual([typed, []]);
          else expect([typed, meant]).toEqual([typed, expect.arrayContaining([...found.names])]);
          if (found.kind === 'ambiguous') expect(meant.length).toBeGreaterThan(1);
        }),
        { numRuns: runs, seed },
      );
      // Else nothing was shown.
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
    });
  });
}

function typedAbout(people: readonly Claimable[]): fc.Arbitrary<string> {
  const texts = people.flatMap(({ username, upn, mail, employeeId }) => [
    username,
    upn,
    mail ?? '',
    employeeId ?? '',
  ]);
  const known = fc.constantFrom(...texts);
  const bare = fc.constantFrom(...people.map(({ username }) => username));
  return fc.oneof(
    known,
    known,
    bare.map((username) => `${DOMAIN.netbios}\\${username}`),
    bare.map((username) => `${username}@${DOMAIN.dns}`),
    fc.tuple(known, fc.constantFrom('*', ')(cn=*', '\\2a', '(', ' ', '\\00')).map((parts) => parts.join('')),
    anything,
    fc.string({ unit: 'binary-ascii', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[a-z]/i.test(text.normalize('NFKD'))),
  );
}

/** Whether a claim is one of the names that somebody has in those forms: the truth, without a directory. */
function isMeant(
  { username, upn, mail, employeeId }: Claimable,
  claim: NameClaim,
  forms: ClaimForms,
): boolean {
  const is = (text: string | undefined, typed: string): boolean => text?.toLowerCase() === typed;
  if (claim.kind === 'user-principal-name')
    return (
      (forms.principalName && (is(upn, claim.upn) || is(`${username}@${DOMAIN.dns}`, claim.upn))) ||
      (forms.mail && is(mail, claim.upn))
    );
  if (claim.domain !== undefined)
    return forms.domainName && claim.domain === DOMAIN.netbios && is(username, claim.name);
  return (
    (forms.bareName && is(username, claim.name)) ||
    (forms.employeeNumber !== undefined && is(employeeId, claim.name))
  );
}
