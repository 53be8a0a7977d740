import type { Entry } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import type { ListedPerson } from '../../domain/ports/directory-reader.ts';
import { DISABLED } from './account-entry.ts';
import type { Connection } from './connection.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { bytes, text, texts } from './entry.ts';
import { type GroupMembers, nameKey } from './group-members.ts';
import { guidText } from './guid.ts';
import { allTexts } from './ranged-values.ts';

/** What is read of each person in a listing; memberOf only when groups are asked for. */
export const LISTED_ATTRIBUTES = [
  'objectGUID',
  'sAMAccountName',
  'displayName',
  'mail',
  'mobile',
  'userAccountControl',
  'adminCount',
  'servicePrincipalName',
  'primaryGroupID',
];

/** One person of a listing, the filters that hold left out. Throws Failure `directory-misbehaved` for one that is nobody. */
export async function listedPerson(
  connection: Connection,
  { netbiosName }: CheckedDomain,
  entry: Entry,
  groups: readonly GroupMembers[],
): Promise<Omit<ListedPerson, 'filters'>> {
  const guid = guidText(bytes(entry, 'objectGUID')[0] ?? Buffer.alloc(0));
  const username = text(entry, 'sAMAccountName');
  if (!guid || !username)
    throw new Failure(
      'directory-misbehaved',
      `${connection.url} does not show objectGUID or sAMAccountName of ${entry.dn}; give the data proxy account the right to read them`,
    );
  const mail = text(entry, 'mail');
  const mobile = text(entry, 'mobile');
  return {
    person: { domain: netbiosName, guid },
    distinguishedName: entry.dn,
    username,
    displayName: text(entry, 'displayName') ?? username,
    ...(mail !== undefined && { mail }),
    ...(mobile !== undefined && { mobile }),
    disabled: (Number(text(entry, 'userAccountControl') ?? '0') & DISABLED) !== 0,
    privileged: isPrivileged(entry, username),
    groups: groups.length === 0 ? [] : await groupsOf(connection, entry, groups),
  };
}

const isPrivileged = (entry: Entry, username: string): boolean =>
  Number(text(entry, 'adminCount') ?? '0') > 0 ||
  texts(entry, 'servicePrincipalName').length > 0 ||
  username.endsWith('$');

async function groupsOf(
  connection: Connection,
  entry: Entry,
  groups: readonly GroupMembers[],
): Promise<readonly string[]> {
  const direct = (await allTexts(connection, entry, 'memberOf')).map(nameKey);
  const primary = text(entry, 'primaryGroupID') ?? '';
  return groups
    .filter(({ within, rids }) => rids.has(primary) || direct.some((dn) => within.has(dn)))
    .map(({ sid }) => sid);
}
