import { Failure } from '../../../domain/failure.ts';
import type { OwnSignIn } from '../../../domain/health/account-facts.ts';
import { type Connection, openConnection } from '../connection.ts';
import type { Credential, CredentialSource } from '../credential-source.ts';
import { describe } from '../directory-error.ts';
import { passwordTrial } from '../password-trial.ts';
import { bindAs } from '../sign-in.ts';
import type { Looking } from './controller-examination.ts';

/** One of our accounts at a domain controller: how signing in went, and the connection when it went well. */
export interface SignedInOrNot {
  /** As its secret has it; left out when that could not be read. */
  readonly username?: string;
  readonly signIn: OwnSignIn;
  readonly connection?: Connection;
}

/**
 * Signs one of our accounts in, once; a second time only with a credential that was renewed meanwhile. Throws Failure
 * `directory-unreachable` when the domain controller fell silent.
 */
export async function signInOwn(
  { domain, signal }: Looking,
  url: string,
  source: CredentialSource,
): Promise<SignedInOrNot> {
  const credential = await current(source);
  if ('said' in credential) return { signIn: { kind: 'no-credential', said: credential.said } };
  const connection = await openConnection(url, domain, signal);
  let kept = false;
  try {
    const { username, signIn } = await tried(connection, domain, source, credential);
    kept = signIn.kind === 'right';
    return { username, signIn, ...(kept && { connection }) };
  } finally {
    if (!kept) await connection.close();
  }
}

async function current(source: CredentialSource): Promise<Credential | { readonly said: string }> {
  try {
    const credential = await source.current();
    return credential.username === '' || credential.password === ''
      ? { said: 'there is no user name or no password in it' }
      : credential;
  } catch (error) {
    if (error instanceof Failure) return { said: error.message };
    throw error;
  }
}

async function tried(
  connection: Connection,
  domain: Looking['domain'],
  source: CredentialSource,
  first: Credential,
): Promise<{ readonly username: string; readonly signIn: OwnSignIn }> {
  const refusal = await bindOwn(connection, first, domain);
  if (refusal.kind === 'right') return { username: first.username, signIn: refusal };
  const second = await source.refreshed(first);
  const same = second.username === first.username && second.password === first.password;
  return {
    username: second.username,
    signIn: same ? refusal : await bindOwn(connection, second, domain),
  };
}

async function bindOwn(
  connection: Connection,
  credential: Credential,
  domain: Looking['domain'],
): Promise<OwnSignIn> {
  try {
    const refusal = await bindAs(connection, credential, domain);
    if (!refusal) return { kind: 'right' };
    const trial = passwordTrial(refusal);
    const reason = trial === 'wrong' || trial === 'right' ? 'wrong-password' : trial;
    return { kind: 'refused', reason, said: describe(refusal) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'directory-misbehaved')
      return { kind: 'refused', reason: 'other', said: error.message };
    throw error;
  }
}
