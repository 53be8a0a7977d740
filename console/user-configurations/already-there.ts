import type { BlockEntry, DirectoryObject, UserConfiguration } from '../../client/client.ts';
import type { Audience } from '../../client/client.ts';

const KINDS = { user: 'User', group: 'Group', unit: 'OU' } as const;

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether a reference means an object: by its id, or by its name as long as nobody has looked it up. */
export const means = (object: DirectoryObject, name: string, id: string): boolean =>
  id === '' ? same(name, object.name) : same(id, object.id);

function holds({ users, groups, units }: Audience, object: DirectoryObject): boolean {
  switch (object.kind) {
    case 'user':
      return users.some(({ name, guid }) => means(object, name, guid));
    case 'group':
      return groups.some(({ name, sid }) => means(object, name, sid));
    case 'unit':
      return units.some((unit) => same(unit, object.distinguishedName));
  }
}

/** That something which is to be added is there already, and where; undefined when it is not. Never about the block list. */
export function alreadyThere(
  object: DirectoryObject,
  { include, exclude }: Pick<UserConfiguration, 'include' | 'exclude'>,
): string | undefined {
  const place = holds(include, object) ? 'Include' : holds(exclude, object) ? 'Exclude' : undefined;
  return (
    place && `${KINDS[object.kind]} ${object.name} is already in this user configuration, under ${place}.`
  );
}

/** That something is on the block list as well, which hinders nothing here but matters; undefined when it is not. */
export function blockedToo(
  object: DirectoryObject,
  blockList: readonly BlockEntry[],
  now: number,
): string | undefined {
  const entry = blockList.find((one) =>
    'user' in one
      ? object.kind === 'user' && means(object, one.user.name, one.user.guid)
      : object.kind === 'group' && means(object, one.group.name, one.group.sid),
  );
  if (!entry || (entry.until !== undefined && Date.parse(entry.until) <= now)) return undefined;
  const whom = object.kind === 'user' ? 'nothing is offered to them' : 'nothing is offered to its members';
  return `${KINDS[object.kind]} ${object.name} is on the block list too (“${entry.reason}”): ${whom} while it is.`;
}
