import type { Audience } from '../../policy/audience.ts';
import { oneSpelling } from '../../policy/distinguished-name.ts';
import type { UserConfiguration } from '../../policy/user-configuration.ts';
import type { Mistake } from '../mistake.ts';
import type { Known } from './known.ts';
import { alreadyThere, groupKey, userKey } from './references.ts';
import { withStop } from './texts.ts';

/** The mistakes in whom a user configuration matches; being on the block list as well is none. */
export const audienceMistakes = (
  { name, include, exclude }: UserConfiguration,
  path: string,
  known: Pick<Known, 'filterTrouble'>,
): readonly Mistake[] => [
  ...oneAudience(include, `${path}/include`, 'is already in this user configuration', name, known),
  ...oneAudience(exclude, `${path}/exclude`, 'is already excluded from this user configuration', name, known),
  ...nobodyMatched({ name, include, exclude }, path),
];

function oneAudience(
  audience: Audience,
  path: string,
  already: string,
  name: string,
  { filterTrouble }: Pick<Known, 'filterTrouble'>,
): readonly Mistake[] {
  const { users, groups, units, filter } = audience;
  const trouble = filter === undefined ? undefined : filterTrouble(filter);
  return [
    ...alreadyThere(users, `${path}/users`, {
      keyOf: userKey,
      kind: () => 'User',
      nameOf: (user) => user.name,
      already,
    }),
    ...alreadyThere(groups, `${path}/groups`, {
      keyOf: groupKey,
      kind: () => 'Group',
      nameOf: (group) => group.name,
      already,
    }),
    ...alreadyThere(units, `${path}/units`, {
      keyOf: unitKey,
      kind: () => 'OU',
      nameOf: (unit) => unit,
      already,
    }),
    ...(trouble === undefined
      ? []
      : [
          {
            path: `${path}/filter`,
            code: 'filter-unreadable' as const,
            message: `The filter of user configuration "${name}" can't be read: ${withStop(trouble)}`,
            remedy: 'Write an LDAP filter (RFC 4515), such as (department=Sales).',
          },
        ]),
  ];
}

/** Two spellings of one distinguished name are one unit. */
const unitKey = (unit: string): string => oneSpelling(unit) || `unread ${unit}`;

function nobodyMatched(
  { name, include, exclude }: Pick<UserConfiguration, 'name' | 'include' | 'exclude'>,
  path: string,
): readonly Mistake[] {
  const nobody = (step: string, why: string, remedy: string): readonly Mistake[] => [
    {
      path: `${path}/${step}`,
      code: 'nobody-matched',
      message: `User configuration "${name}" applies to nobody: ${why}.`,
      remedy,
    },
  ];
  const members = membersOf(include);
  if (!include.everyone && members.length === 0)
    return nobody(
      'include',
      'nobody is included',
      'Include everyone, or users, groups, OUs or a filter; or remove the user configuration.',
    );
  if (exclude.everyone)
    return nobody('exclude/everyone', 'everyone is excluded', 'Exclude only those who are not meant.');
  const excluded = new Set(membersOf(exclude));
  if (!include.everyone && members.every((member) => excluded.has(member)))
    return nobody('exclude', 'whoever is included is excluded too', 'Remove from one of the two.');
  return [];
}

const membersOf = ({ users, groups, units, filter }: Audience): readonly string[] => [
  ...users.map((user) => `user ${userKey(user)}`),
  ...groups.map((group) => `group ${groupKey(group)}`),
  ...units.map((unit) => `unit ${unit.toLowerCase()}`),
  ...(filter === undefined ? [] : [`filter ${filter}`]),
];
