import type { CastMember } from '../people.ts';

const GIVEN = ['Ada', 'Ben', 'Chloé', 'Dimitri', 'Elif', 'Femi', 'Grete', 'Hugo', 'Inés', 'Jun'];
const SURNAMES = [
  'Abadi',
  'Berg',
  'Costa',
  'Diallo',
  'Eriksen',
  'Fox',
  'García',
  'Horn',
  'Ito',
  'Jansen',
  'Kaya',
];

/**
 * So many people, the same ones every time, to be added to a cast: `startLookAlike({ cast: [...CAST, ...manyPeople(n)] })`.
 * They are called `p000000` onwards and have one password; every tenth works in Sales, every fourth is in Sales-EMEA and every
 * fiftieth in Contractors, the others are in Latchkey-Users. 100,000 of them take three seconds and half a gigabyte, so a bench
 * that measures memory starts the look-alike in a process of its own.
 */
export const manyPeople = (count: number): readonly CastMember[] =>
  Array.from({ length: count }, (_, index) => {
    const username = `p${String(index).padStart(6, '0')}`;
    const givenName = GIVEN[index % GIVEN.length] ?? '';
    const surname = SURNAMES[index % SURNAMES.length] ?? '';
    const group = index % 50 === 0 ? 'Contractors' : index % 4 === 0 ? 'Sales-EMEA' : 'Latchkey-Users';
    return {
      username,
      displayName: `${givenName} ${surname} ${index}`,
      givenName,
      surname,
      upn: `${username}@corp.example.test`,
      mail: `${username}@corp.example.test`,
      password: 'Many-People-One-Pass-1',
      ou: index % 10 === 0 ? 'OU=Sales,OU=Staff' : 'OU=Staff',
      groups: [group],
      trouble: 'None: one of very many.',
      enrolled: false,
    };
  });
