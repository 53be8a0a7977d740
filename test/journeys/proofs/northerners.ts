import { type CastMember, SECOND_DOMAIN } from '../../../local/people.ts';
import type { Person } from '../../../domain/person.ts';
import type { TrailEvent } from '../../../domain/trail/event.ts';
import { freshPeople } from './fresh-people.ts';
import type { Running } from './running.ts';

/** People of the second domain whom all that names people names, and nothing twice. */
export const northerners = (
  count: number,
  changes: Partial<CastMember> = {},
  prefix = 'kari',
): readonly CastMember[] =>
  freshPeople(count, changes, prefix).map((who, at) => ({
    ...who,
    displayName: `Kari ${who.username}`,
    // Of the suffix that both domains have.
    upn: `${who.username}.berg@example.com`,
    mail: `${who.username}@letters.example.net`,
    employeeId: `77${prefix.length}00${at}`,
  }));

const { netbios, dns } = SECOND_DOMAIN;

/** Every way in which somebody of the second domain may be named; all are one person. */
export const NORTHERN_SPELLINGS: Readonly<Record<string, (who: CastMember) => string>> = {
  'NORD\\name': ({ username }) => `${netbios}\\${username}`,
  'nord.example.test\\name': ({ username }) => `${dns}\\${username.toUpperCase()}`,
  'the implicit principal name': ({ username }) => `${username}@${dns}`,
  'the principal name, of a suffix of both domains': ({ upn }) => upn,
  'the mail address': ({ mail }) => mail ?? '',
  'the employee number': ({ employeeId }) => employeeId ?? '',
};

export const northerner = (running: Pick<Running, 'second'>, username: string): Person => ({
  domain: netbios,
  guid: running.second().guidOf(username),
});

/** What the trail has of somebody, by kind. */
export const happenedTo = async (
  running: Pick<Running, 'trail'>,
  person: Person,
): Promise<readonly TrailEvent['happening']['kind'][]> =>
  (await running.trail(person)).map(({ happening }) => happening.kind);
