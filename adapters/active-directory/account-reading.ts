import { Failure } from '../../domain/failure.ts';
import type { Person } from '../../domain/person.ts';
import type { Account } from '../../domain/ports/account.ts';
import { ACCOUNT_ATTRIBUTES, accountOf } from './account-entry.ts';
import { isPerson } from './claim-filter.ts';
import type { Connection } from './connection.ts';
import { daclOnly } from './controls.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { isGuidText } from './guid.ts';
import { heldFilters } from './held-filters.ts';

/**
 * The account of that distinguished name (or `<GUID=…>`), by one base read, and by one more for each filter; undefined when
 * there is no such person.
 */
export async function readAccount(
  connection: Connection,
  domain: CheckedDomain,
  dn: string,
  filters: readonly string[] = [],
): Promise<Account | undefined> {
  const [entry, held] = await Promise.all([
    readPersonEntry(connection, dn),
    heldFilters(connection, dn, filters),
  ]);
  return entry && { ...accountOf(entry, domain.netbiosName, connection.url), filters: held };
}

/**
 * Reads an account that every domain has, and forgets it, for a claim that names nobody: the same reads, and as much in them to
 * understand. It is `krbtgt`: it can be neither deleted nor renamed ("Default local accounts in Active Directory", Microsoft).
 */
export async function readNobody(
  connection: Connection,
  domain: CheckedDomain,
  filters: readonly string[],
): Promise<undefined> {
  const dn = `CN=krbtgt,CN=Users,${domain.baseDn}`;
  const [entry] = await Promise.all([
    readPersonEntry(connection, dn, MORE),
    heldFilters(connection, dn, filters),
  ]);
  try {
    if (entry) accountOf(entry, domain.netbiosName, connection.url);
  } catch (error) {
    // What rights keep from us here says nothing of a claim.
    if (!(error instanceof Failure)) throw error;
  }
}

/** For the search that showed nobody, and for what people have and `krbtgt` has not: addresses, names, groups of groups. */
const MORE = ['cn', 'name', 'distinguishedName', 'objectClass', 'objectCategory', 'memberOf', 'whenCreated'];

const readPersonEntry = (connection: Connection, dn: string, more: readonly string[] = []) =>
  connection.readEntry(dn, { filter: isPerson(), attributes: [...ACCOUNT_ATTRIBUTES, ...more] }, daclOnly());

/** The name by which AD finds a person's object wherever it is moved to. Throws a Failure for a person of another domain. */
export function nameOf(person: Person, { netbiosName }: CheckedDomain): string {
  if (person.domain === netbiosName && isGuidText(person.guid)) return `<GUID=${person.guid}>`;
  throw new Failure(
    'directory-misbehaved',
    `${person.domain}/${person.guid} is not a person of ${netbiosName}`,
  );
}

/** Throws a Failure when another domain is meant: its rules and its strangers are not to be had here. */
export function requireDomain(name: string, { netbiosName }: CheckedDomain): void {
  if (name !== netbiosName)
    throw new Failure('directory-misbehaved', `${name} was asked for at the domain ${netbiosName}`);
}
