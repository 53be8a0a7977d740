import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Failure } from '../../domain/failure.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { secretText } from './secret-text.ts';

/** How long a secret is used without asking again, in milliseconds. */
const REMEMBERED_MS = 5 * 60_000;

/**
 * The text of a secret shared with somebody outside. Failure `secrets-unavailable` when it cannot be read or says nothing;
 * its message names the secret, never what it holds.
 */
export function outsideSecret(
  client: SecretsManagerClient,
  secretId: string,
  clock: Clock,
): () => Promise<string> {
  let known: { readonly text: string; readonly at: number } | undefined;
  return async () => {
    if (known && Math.abs(clock.now() - known.at) < REMEMBERED_MS) return known.text;
    const version = await secretText(client, secretId, { VersionStage: 'AWSCURRENT' });
    const text = version?.text?.trim();
    if (text === undefined || text === '')
      throw new Failure('secrets-unavailable', `The secret ${secretId} is not there, or says nothing yet`);
    known = { text, at: clock.now() };
    return text;
  };
}
