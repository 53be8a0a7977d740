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
    connection.readEntry(dn, { filter: isPerson(), attributes: ACCOUNT_ATTRIBUTES }, daclOnly()),
    heldFilters(connection, dn, filters),
  ]);
  return entry && { ...accountOf(entry, domain.netbiosName, connection.url), filters: held };
}

/**
 * Reads the domain head as if it were an account, for a claim that names nobody: base reads of the same attributes and by
 * the same filters, so that it costs about what the real ones do.
 */
export async function readNobody(
  connection: Connection,
  { baseDn }: CheckedDomain,
  filters: readonly string[],
): Promise<undefined> {
  await Promise.all([
    connection.readEntry(baseDn, { attributes: ACCOUNT_ATTRIBUTES }, daclOnly()),
    heldFilters(connection, baseDn, filters),
  ]);
}

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
