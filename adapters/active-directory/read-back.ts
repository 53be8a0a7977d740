import type { Person } from '../../domain/person.ts';
import type { Account } from '../../domain/ports/account.ts';
import { nameOf, readAccount } from './account-reading.ts';
import type { CredentialSource } from './credential-source.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { onFirstAnswering } from './controllers/first-answering.ts';
import { knownController } from './controllers/known-controller.ts';
import { signedInAs } from './signed-in.ts';

/** Somebody waits for the answer, and the sweeper looks again anyway. */
const WITHIN_MS = 3_000;

/**
 * The account as that domain controller shows it now, over a new connection and within seconds; undefined when it is gone.
 * Throws a Failure when that very domain controller does not answer: what another one shows would say nothing.
 */
export function readBack(
  domain: CheckedDomain,
  source: CredentialSource,
  person: Person,
  url: string,
): Promise<Account | undefined> {
  const name = nameOf(person, domain);
  const work = signedInAs(domain, source)((connection) => readAccount(connection, domain, name));
  const withinMs = Math.min(WITHIN_MS, domain.deadlines.totalMs);
  return onFirstAnswering(domain, [knownController(domain, url)], work, withinMs);
}
