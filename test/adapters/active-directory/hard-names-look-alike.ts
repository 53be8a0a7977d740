import { startLookAlike } from '../../../local/directory/look-alike.ts';
import { CAST, DOMAIN } from '../../../local/people.ts';
import { HARD_NAMES, type HardNamesUnderTest } from '../../contracts/directory-names.ts';
import { portsOf, settingsOf } from './ports-of.ts';

/** A look-alike with the hard names beside the cast. */
export async function hardNamesInLookAlike(): Promise<HardNamesUnderTest> {
  const people = HARD_NAMES.map((username, at) => ({
    username,
    displayName: `Hard Name ${at}`,
    givenName: 'Hard',
    surname: 'Name',
    upn: `hard${at}@corp.example.test`,
    password: 'Hard-Name-Pass-1',
    ou: 'OU=Servers',
    groups: [],
    trouble: 'A name that is not plain.',
    enrolled: false,
  }));
  const others = CAST.filter(({ ou }) => ou !== 'OU=Servers');
  const lookAlike = await startLookAlike({ cast: [...others, ...people] });
  const { reader } = portsOf({ ...settingsOf([lookAlike.url], lookAlike.ca), pageSize: 5 });
  return { reader, under: `OU=Servers,${DOMAIN.base}`, done: () => lookAlike.stop() };
}
