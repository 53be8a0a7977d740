import { Failure } from '../../domain/failure.ts';
import type { Person } from '../../domain/person.ts';
import type { Account } from '../../domain/ports/directory.ts';
import { ACCOUNT_ATTRIBUTES, accountOf } from './account-entry.ts';
import { isPerson } from './claim-filter.ts';
import type { Connection } from './connection.ts';
import { daclOnly } from './controls.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { isGuidText } from './guid.ts';

/** The account of that distinguished name (or `<GUID=…>`), by one base read; undefined when there is no such person. */
export async function readAccount(
  connection: Connection,
  domain: CheckedDomain,
  dn: string,
): Promise<Account | undefined> {
  const entry = await connection.readEntry(
    dn,
    { filter: isPerson(), attributes: ACCOUNT_ATTRIBUTES },
    daclOnly(),
  );
  return entry && accountOf(entry, domain.netbiosName, connection.url);
}

/**
 * Reads the domain head as if it were an account, for a claim that names nobody: one base read of the same attributes, so
 * that it costs about what the real one does.
 */
export async function readNobody(connection: Connection, { baseDn }: CheckedDomain): Promise<undefined> {
  await connection.readEntry(baseDn, { attributes: ACCOUNT_ATTRIBUTES }, daclOnly());
}

/** The name by which AD finds a person's object wherever it is moved to. Throws a Failure for a person of another domain. */
export function nameOf(person: Person, { netbiosName }: CheckedDomain): string {
  if (person.domain === netbiosName && isGuidText(person.guid)) return `<GUID=${person.guid}>`;
  throw new Failure(
    'directory-misbehaved',
    `${person.domain}/${person.guid} is not a person of ${netbiosName}`,
  );
}
