import { AndFilter, EqualityFilter, type Entry, type Filter, NotFilter, OrFilter } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import type { DirectoryObject } from '../../domain/ports/directory-reader.ts';
import { isOrdinaryPerson } from './claim-filter.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { bytes, text } from './entry.ts';
import { isSecurityGroup } from './group-members.ts';
import { guidText } from './guid.ts';
import { sidText } from './sid.ts';

export type Kind = DirectoryObject['kind'];

/** How the objects of one kind are told from others, and found by name. */
interface KindOfObject {
  readonly filters: () => readonly Filter[];
  /** The attribute that holds its one name; the pickers' order. */
  readonly name: string;
  /** What a picker looks into. */
  readonly sought: readonly string[];
}

const equals = (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value });

/** Units are what people can lie under; containers of AD's own workings are hidden by showInAdvancedViewOnly. */
const isUnit = (): readonly Filter[] => [
  new OrFilter({
    filters: [equals('objectClass', 'organizationalUnit'), equals('objectClass', 'container')],
  }),
  new NotFilter({ filter: equals('showInAdvancedViewOnly', 'TRUE') }),
];

export const KINDS: Readonly<Record<Kind, KindOfObject>> = {
  user: {
    filters: isOrdinaryPerson,
    name: 'sAMAccountName',
    sought: ['sAMAccountName', 'displayName', 'mail', 'userPrincipalName'],
  },
  group: {
    filters: isSecurityGroup,
    name: 'sAMAccountName',
    sought: ['sAMAccountName', 'cn', 'displayName'],
  },
  unit: { filters: isUnit, name: 'name', sought: ['name', 'displayName'] },
};

/** What of an object is read. */
export const OBJECT_ATTRIBUTES = ['objectGUID', 'objectSid', 'sAMAccountName', 'displayName', 'name'];

/** The objects of a kind that are also found by one of `more`. */
export const ofKind = (kind: Kind, more: readonly Filter[] = []): Filter =>
  new AndFilter({
    filters: [...KINDS[kind].filters(), ...(more.length > 0 ? [new OrFilter({ filters: [...more] })] : [])],
  });

/** What a domain controller showed, as administrators know it. Throws Failure `directory-misbehaved` when its name or id is kept from us. */
export function objectOf(kind: Kind, entry: Entry, { netbiosName }: CheckedDomain): DirectoryObject {
  const distinguishedName = entry.dn;
  if (kind === 'unit') {
    const displayName = text(entry, 'displayName') ?? text(entry, 'name') ?? distinguishedName;
    return { kind, name: distinguishedName, id: distinguishedName, distinguishedName, displayName };
  }
  const username = text(entry, 'sAMAccountName');
  const id =
    kind === 'user'
      ? guidText(bytes(entry, 'objectGUID')[0] ?? Buffer.alloc(0))
      : sidText(bytes(entry, 'objectSid')[0] ?? Buffer.alloc(0));
  if (username === undefined || id === undefined)
    throw new Failure(
      'directory-misbehaved',
      `The name or the id of ${distinguishedName} is not shown; give the data proxy account the right to read sAMAccountName, objectGUID and objectSid`,
    );
  const displayName = text(entry, 'displayName') ?? text(entry, 'name') ?? username;
  return { kind, name: `${netbiosName}\\${username}`, id, distinguishedName, displayName };
}
