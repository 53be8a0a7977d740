import type { Connection } from './connection.ts';
import type { CredentialSource } from './credential-source.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { signIn } from './sign-in.ts';

/** Makes work on a connection begin with a bind as one of our own accounts. */
export type SignedIn = <T>(
  work: (connection: Connection) => Promise<T>,
) => (connection: Connection) => Promise<T>;

/** Signs in as that account before the work. Failures as `signIn`. */
export const signedInAs =
  (domain: CheckedDomain, source: CredentialSource): SignedIn =>
  (work) =>
  async (connection) => {
    await signIn(connection, source, domain);
    return work(connection);
  };
