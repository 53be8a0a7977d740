import { isCalled, type KnownDomain } from '../../../domain/policy/known-domain.ts';
import type { DirectoryObject, DirectoryReader } from '../../../domain/ports/directory-reader.ts';
import type { DomainReader } from '../directory-reader.ts';
import { domainHolding } from './domain-holding.ts';
import { everyOne } from './every-one.ts';
import { isDistinguishedName, isSid } from '../object-finding.ts';

type Kind = DirectoryObject['kind'];
interface Member extends KnownDomain {
  readonly baseDn: string;
  readonly reader: Pick<DomainReader, 'search' | 'objects'>;
}

/** What administrators name, in several domains at once. */
export const objectsAcross = (members: readonly Member[]): Pick<DirectoryReader, 'search' | 'object'> => ({
  search: async (kind, beginning, limit) => {
    const asked = called(members, kind, beginning).map(({ reader }) => reader.search(kind, beginning, limit));
    const found = await everyOne(asked);
    return found.length === 1 ? (found[0] ?? []) : found.flat().toSorted(byName).slice(0, Math.max(limit, 0));
  },
  object: async (kind, nameOrId) => {
    const asked = membersFor(members, kind, nameOrId.trim());
    const [found, another] = (
      await everyOne(asked.map(({ reader }) => reader.objects(kind, nameOrId)))
    ).flat();
    // A builtin group's SID is the same everywhere, and means each domain's own.
    return another && !isSid(nameOrId) ? undefined : found;
  },
});

/** Where a name or id is looked up: by its domain's name or its place, where it tells; else everywhere. */
function membersFor(members: readonly Member[], kind: Kind, nameOrId: string): readonly Member[] {
  if (!isDistinguishedName(nameOrId)) return called(members, kind, nameOrId);
  const holder = domainHolding(members, nameOrId);
  return holder ? [holder] : [];
}

/** Units have no name with a domain before it. */
function called(members: readonly Member[], kind: Kind, text: string): readonly Member[] {
  const [, domain] = (kind === 'unit' ? null : /^\s*([^\\]+)\\/u.exec(text)) ?? [];
  return domain === undefined ? members : members.filter((member) => isCalled(member, domain));
}

const nameIn = ({ kind, name, displayName }: DirectoryObject): string =>
  (kind === 'unit' ? displayName : name.slice(name.indexOf('\\') + 1)).toLowerCase();

const byName = (a: DirectoryObject, b: DirectoryObject): number =>
  nameIn(a) < nameIn(b) ? -1 : nameIn(a) > nameIn(b) ? 1 : 0;
