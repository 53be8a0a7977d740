import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Failure } from '../../domain/failure.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Credential, CredentialSource } from '../active-directory/credential-source.ts';
import { misshapen, secretText } from './secret-text.ts';
import { storedCredential } from './stored-pair.ts';

/** How long a credential is used without asking again, in milliseconds. */
const REMEMBERED_MS = 5 * 60_000;

interface Remembered {
  readonly credential: Credential;
  readonly at: number;
}

/**
 * The account in use by the AWSCURRENT version of a secret, `{"username": …, "password": …}`. When that one is refused, the
 * one of the AWSPENDING version: where a rotation broke off between the directory and the secret, it may be right. A
 * pending one that was refused is not given again for five minutes, lest its account be locked out. Failure
 * `secrets-unavailable` when the secret cannot be read, or has another shape; its message names the secret and the shape,
 * never what it holds.
 */
export function secretCredentials(
  client: SecretsManagerClient,
  secretId: string,
  clock: Clock,
): CredentialSource {
  let remembered: Remembered | undefined;
  /** The pending one that was given last, and the one that came back. */
  let lent: Credential | undefined;
  let spurned: Remembered | undefined;
  let reading: Promise<Credential> | undefined;

  const isFresh = (known: Remembered | undefined): known is Remembered =>
    known !== undefined && Math.abs(clock.now() - known.at) < REMEMBERED_MS;

  async function readAndRemembered(): Promise<Credential> {
    const at = clock.now();
    const credential = await inForce(client, secretId);
    remembered = { credential, at };
    return credential;
  }

  /** One reading, however many want it. */
  function readAnew(): Promise<Credential> {
    reading ??= readAndRemembered().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  return {
    async current() {
      return isFresh(remembered) ? remembered.credential : readAnew();
    },
    async refreshed(refused) {
      if (lent && isSame(lent, refused)) spurned = { credential: lent, at: clock.now() };
      const credential = await readAnew();
      if (!isSame(credential, refused)) return credential;
      const pending = await pendingIn(client, secretId);
      if (!pending || isSame(pending, refused)) return credential;
      if (isFresh(spurned) && isSame(spurned.credential, pending)) return credential;
      lent = pending;
      remembered = { credential: pending, at: clock.now() };
      return pending;
    },
  };
}

const isSame = (one: Credential, other: Credential): boolean =>
  one.username === other.username && one.password === other.password;

async function inForce(client: SecretsManagerClient, secretId: string): Promise<Credential> {
  const version = await secretText(client, secretId, { VersionStage: 'AWSCURRENT' });
  if (!version)
    throw new Failure('secrets-unavailable', `The secret ${secretId} is not there, or says nothing yet`);
  const credential = storedCredential(version.text);
  if (credential) return credential;
  throw misshapen(secretId, '{"username": "…", "password": "…"}');
}

async function pendingIn(client: SecretsManagerClient, secretId: string): Promise<Credential | undefined> {
  return storedCredential((await secretText(client, secretId, { VersionStage: 'AWSPENDING' }))?.text);
}
