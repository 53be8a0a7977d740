import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Failure } from '../../domain/failure.ts';
import { awsError, awsErrorName } from '../system/aws-error.ts';

/** Which version of a secret: by its staging label, or by its id. */
export type VersionAsked = { readonly VersionStage: string } | { readonly VersionId: string };

/** One version of a secret. */
export interface SecretText {
  readonly text: string | undefined;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** What a version of a secret says; undefined when there is no such version or it says nothing yet. Failure `secrets-unavailable`. */
export async function secretText(
  client: SecretsManagerClient,
  secretId: string,
  asked: VersionAsked,
): Promise<SecretText | undefined> {
  try {
    const answer = await client.send(new GetSecretValueCommand({ SecretId: secretId, ...asked }));
    return {
      text: answer.SecretString,
      version: answer.VersionId ?? '',
      createdAt: answer.CreatedDate?.getTime() ?? 0,
    };
  } catch (error) {
    if (awsErrorName(error) === 'ResourceNotFoundException') return undefined;
    throw unreadable(secretId, error);
  }
}

/** The Failure of a secret that cannot be read or written; it names the secret, and nothing that it holds. */
export const unreadable = (secretId: string, error: unknown): Failure =>
  new Failure('secrets-unavailable', `The secret ${secretId} cannot be read (${awsError(error)})`);

/** The Failure of a version that does not say what it should. */
export const misshapen = (secretId: string, shape: string): Failure =>
  new Failure('secrets-unavailable', `The secret ${secretId} must be JSON text of the shape ${shape}`);
