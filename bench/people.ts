import type { CastMember } from '../local/people.ts';

/** What the bench's people know: the built-in questions' answers. */
export const ANSWERS = {
  'first-concert': 'the quiet lighthouse',
  'childhood-street': 'harbour lane',
  'first-teacher': 'okonkwo',
};

/** As many plain people as recoveries are measured: a fresh person for each. */
export const benchPeople = (count: number): readonly CastMember[] =>
  Array.from({ length: count }, (_, index) => ({
    username: `person${index}`,
    displayName: `Bench Person${index}`,
    givenName: 'Bench',
    surname: `Person${index}`,
    upn: `person${index}@corp.example.test`,
    password: 'Start-Passw0rd-1',
    ou: 'OU=Staff',
    groups: [],
    trouble: 'none',
    enrolled: false,
  }));
