import { Failure } from '../../domain/failure.ts';
import type { Connection } from './connection.ts';
import type { Credential, CredentialSource } from './credential-source.ts';
import { describe, type DirectoryError } from './directory-error.ts';
import type { CheckedDomain } from './domain-settings.ts';

const INVALID_CREDENTIALS = 49;

/**
 * Binds a connection as one of our own accounts. When the domain controller refuses the credential, it is read anew once,
 * for it may have been rotated; if that is refused too, or is the same one (a second try would only bring our account
 * nearer to its lockout), throws Failure `directory-credentials`.
 */
export async function signIn(
  connection: Connection,
  source: CredentialSource,
  domain: CheckedDomain,
): Promise<void> {
  const first = await source.current();
  const refusal = await bindAs(connection, first, domain);
  if (!refusal) return;
  const second = await source.refreshed(first);
  const same = second.username === first.username && second.password === first.password;
  const final = same ? refusal : await bindAs(connection, second, domain);
  if (final)
    throw new Failure(
      'directory-credentials',
      `${connection.url} refuses the account ${second.username}: ${describe(final)}`,
    );
}

/** One bind as an own account. Answers the refusal of its credential; any other refusal is a Failure. */
export async function bindAs(
  connection: Connection,
  { username, password }: Credential,
  { netbiosName }: CheckedDomain,
): Promise<DirectoryError | undefined> {
  // AD takes a name without a password for anonymous, and says yes.
  if (username === '' || password === '')
    throw new Failure('directory-credentials', 'The credential of an own account has no name or no password');
  const refusal = await connection.bind(bindName(username, netbiosName), password);
  if (!refusal || refusal.code === INVALID_CREDENTIALS) return refusal;
  throw new Failure(
    'directory-misbehaved',
    `${connection.url} did not take the bind of ${username}: ${describe(refusal)}`,
  );
}

/** A bare name alone would not do: AD wants to know the domain, and ldapts takes some for SASL mechanisms. */
const bindName = (username: string, netbiosName: string): string =>
  /[\\@=]/.test(username) ? username : `${netbiosName}\\${username}`;
