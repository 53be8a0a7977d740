import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Credential, CredentialSource } from '../active-directory/credential-source.ts';
import { awsError } from '../system/aws-error.ts';

/** How long a credential is used without asking again, in milliseconds. */
const REMEMBERED_MS = 5 * 60_000;

const CREDENTIAL = z.object({
  username: z.string().check(z.minLength(1)),
  password: z.string().check(z.minLength(1)),
});

/**
 * The credential in the AWSCURRENT version of a secret, `{"username": …, "password": …}`. Failure `secrets-unavailable` when
 * it cannot be read, or has another shape; its message names the secret and the shape, never what the secret holds.
 */
export function secretCredentials(
  client: SecretsManagerClient,
  secretId: string,
  clock: Clock,
): CredentialSource {
  let remembered: { readonly credential: Credential; readonly at: number } | undefined;
  let reading: Promise<Credential> | undefined;

  async function readAndRemembered(): Promise<Credential> {
    const at = clock.now();
    const credential = await read(client, secretId);
    remembered = { credential, at };
    return credential;
  }

  function refreshed(): Promise<Credential> {
    reading ??= readAndRemembered().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  return {
    async current() {
      const known = remembered;
      if (known !== undefined && Math.abs(clock.now() - known.at) < REMEMBERED_MS) return known.credential;
      return refreshed();
    },
    refreshed,
  };
}

async function read(client: SecretsManagerClient, secretId: string): Promise<Credential> {
  const text = await secretText(client, secretId);
  // No cause: the errors of JSON.parse quote the text, and the text is the secret.
  const parsed = CREDENTIAL.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  throw new Failure(
    'secrets-unavailable',
    `The secret ${secretId} must be JSON text of the shape {"username": "…", "password": "…"}`,
  );
}

async function secretText(client: SecretsManagerClient, secretId: string): Promise<string | undefined> {
  try {
    const answer = await client.send(
      new GetSecretValueCommand({ SecretId: secretId, VersionStage: 'AWSCURRENT' }),
    );
    return answer.SecretString;
  } catch (error) {
    throw new Failure('secrets-unavailable', `The secret ${secretId} cannot be read (${awsError(error)})`);
  }
}

function parsedJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
