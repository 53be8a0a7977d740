import { startLookAlike } from '../../../local/directory/look-alike.ts';
import { CAST } from '../../../local/people.ts';
import type { Claimable, ClaimsUnderTest } from '../../contracts/directory-claims.ts';
import { portsOf, settingsOf } from './ports-of.ts';

/** A look-alike with those people beside the cast. */
export async function peopleInLookAlike(people: readonly Claimable[]): Promise<ClaimsUnderTest> {
  const added = people.map((person, at) => ({
    ...person,
    displayName: `Added ${at}`,
    givenName: 'Added',
    surname: 'Person',
    password: 'Added-One-Pass-1',
    ou: 'OU=Servers',
    groups: [],
    trouble: 'Is there to be found.',
    enrolled: false,
  }));
  const lookAlike = await startLookAlike({ cast: [...CAST, ...added] });
  const { reader } = portsOf(settingsOf([lookAlike.url], lookAlike.ca));
  return { reader, done: () => lookAlike.stop() };
}
