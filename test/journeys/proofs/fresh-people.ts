import type { CastMember } from '../../../local/people.ts';

/** What everybody of them answers to the built-in questions. */
export const ANSWERS: Readonly<Record<string, string>> = {
  'first-concert': 'the quiet lighthouse',
  'childhood-street': 'harbour lane',
  'first-teacher': 'okonkwo',
};
export const FIRST_PASSWORD = 'Start-Passw0rd-1';

/** People nobody has met yet, enrolled unless said otherwise: each round of a proof takes one of its own. */
export const freshPeople = (
  count: number,
  changes: Partial<CastMember> = {},
  prefix = 'fresh',
): readonly CastMember[] =>
  Array.from({ length: count }, (_, index) => ({
    username: `${prefix}${index}`,
    displayName: `Robin Number${index}`,
    givenName: 'Robin',
    surname: `Number${index}`,
    upn: `${prefix}${index}@corp.example.test`,
    personalMail: `${prefix}${index}@home.example.net`,
    password: FIRST_PASSWORD,
    ou: 'OU=Staff',
    groups: [],
    trouble: 'None.',
    enrolled: true,
    answers: ANSWERS,
    ...changes,
  }));

/** Takes them one after the other; fails when there are none left. */
export function oneAfterTheOther(people: readonly CastMember[]): () => CastMember {
  let next = 0;
  return () => {
    const member = people[next];
    next += 1;
    if (!member) throw new Error('there are no fresh people left');
    return member;
  };
}
