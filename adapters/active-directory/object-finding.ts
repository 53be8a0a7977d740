import { EqualityFilter, type Entry, type Filter, PresenceFilter, SubstringFilter } from 'ldapts';
import { isUnder } from '../../domain/policy/distinguished-name.ts';
import type { DirectoryObject } from '../../domain/ports/directory-reader.ts';
import { isOfDomain } from './claim-filter.ts';
import type { Connection } from './connection.ts';
import { sortedBy } from './controls.ts';
import { type Kind, KINDS, OBJECT_ATTRIBUTES, objectOf, ofKind } from './directory-object.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { isGuidText } from './guid.ts';

/** More than anybody reads in a picker, and less than a page of AD's. */
const MOST = 500;

/**
 * The objects of a kind one of whose names begins with a text, by name, at most `limit` (and 500). An empty text finds the
 * first of all. A server that will not sort shows any that fit.
 */
export async function searchObjects(
  connection: Connection,
  domain: CheckedDomain,
  kind: Kind,
  beginning: string,
  limit: number,
): Promise<readonly DirectoryObject[]> {
  const most = Math.min(limit, MOST);
  const { name, sought } = KINDS[kind];
  const [, of, rest] = /^([^\\]+)\\(.*)$/su.exec(beginning.trim()) ?? [];
  if (
    most < 1 ||
    hasControlCharacter(beginning) ||
    (of !== undefined && kind !== 'unit' && !isOurs(of, domain))
  )
    return [];
  const initial = (kind === 'unit' ? undefined : rest) ?? beginning.trim();
  const names = sought.map((attribute): Filter =>
    initial === '' ? new PresenceFilter({ attribute }) : new SubstringFilter({ attribute, initial }),
  );
  const options = {
    scope: 'sub' as const,
    filter: ofKind(kind, names),
    attributes: OBJECT_ATTRIBUTES,
    paged: { pageSize: most },
  };
  for await (const page of connection.pages(domain.baseDn, options, sortedBy(name, 'wished')))
    return page.slice(0, most).map((entry) => objectOf(kind, entry, domain));
  return [];
}

/** The objects of a kind by `CORP\name`, name, distinguished name, objectGUID or SID: none, one, or (by name) two for several. */
export async function findObjects(
  connection: Connection,
  domain: CheckedDomain,
  kind: Kind,
  nameOrId: string,
): Promise<readonly DirectoryObject[]> {
  const wanted = nameOrId.trim();
  if (wanted === '' || hasControlCharacter(wanted)) return [];
  const special = specialName(wanted);
  const found =
    special === undefined
      ? await byName(connection, domain, kind, wanted)
      : await inDomain(connection, domain, kind, special);
  return found.map((entry) => objectOf(kind, entry, domain));
}

/** AD reads a name up to a control character, and would find somebody else by it. */
const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text);

/** What names exactly one object: `<GUID=…>`, `<SID=…>` or a distinguished name; undefined for a name as people have them. */
function specialName(wanted: string): string | undefined {
  const guid = wanted.replace(/^\{(.*)\}$/, '$1').toLowerCase();
  if (isGuidText(guid)) return `<GUID=${guid}>`;
  if (isSid(wanted)) return `<SID=${wanted.toUpperCase()}>`;
  return isDistinguishedName(wanted) ? wanted : undefined;
}

/** Whether a text is meant as a SID. */
export const isSid = (text: string): boolean => /^\s*S-1-\d{1,14}(?:-\d{1,10}){1,15}\s*$/i.test(text);

/** Whether a text is meant as a distinguished name. */
export const isDistinguishedName = (text: string): boolean => /^\s*[a-z][\w.-]*\s*=/i.test(text);

async function inDomain(
  connection: Connection,
  domain: CheckedDomain,
  kind: Kind,
  name: string,
): Promise<readonly Entry[]> {
  if (!name.startsWith('<') && !isUnder(name, domain.baseDn)) return [];
  const entry = await connection.readEntry(name, { filter: ofKind(kind), attributes: OBJECT_ATTRIBUTES });
  return entry ? [entry] : [];
}

async function byName(
  connection: Connection,
  domain: CheckedDomain,
  kind: Kind,
  wanted: string,
): Promise<readonly Entry[]> {
  const [, of, rest] = (kind === 'unit' ? null : /^([^\\]+)\\(.+)$/su.exec(wanted)) ?? [];
  if (of !== undefined && !isOurs(of, domain)) return [];
  const name = new EqualityFilter({ attribute: KINDS[kind].name, value: rest ?? wanted });
  const found = await connection.search(domain.baseDn, {
    scope: 'sub',
    filter: ofKind(kind, [name]),
    attributes: OBJECT_ATTRIBUTES,
    sizeLimit: 2,
  });
  return found.slice(0, 2);
}

const isOurs = (of: string, domain: CheckedDomain): boolean =>
  isOfDomain({ kind: 'account-name', name: '', domain: of }, domain);
