import { PutSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { CanaryKnowledge, CanaryMemory } from '../../domain/ports/canary-memory.ts';
import { awsError } from '../system/aws-error.ts';
import { parsedSecret } from './parsed-secret.ts';
import { misshapen, secretText } from './secret-text.ts';

const FILLED = z.string().check(z.minLength(1));
/** What an administrator writes: the password that the account was made with. */
const GIVEN = z.object({ password: FILLED });
const KEPT = z.object({
  passwords: z.array(FILLED).check(z.minLength(1)),
  app: z.optional(FILLED),
  answers: z.optional(z.record(z.string(), FILLED)),
});

/**
 * The canary's memory in one secret, each time a whole version: two in an hour, far below the hundred that Secrets Manager keeps of
 * a day. `{"password": "…"}`, as it is first written by hand, is a canary that is not enrolled yet.
 */
export const secretMemory = (client: SecretsManagerClient, secretId: string): CanaryMemory => ({
  async recall() {
    const version = await secretText(client, secretId, { VersionStage: 'AWSCURRENT' });
    const knowledge = knowledgeIn(version?.text);
    if (knowledge) return knowledge;
    throw misshapen(secretId, '{"password": "…"}');
  },
  async keep(knowledge) {
    try {
      await client.send(
        new PutSecretValueCommand({ SecretId: secretId, SecretString: JSON.stringify(knowledge) }),
      );
    } catch (error) {
      throw new Failure(
        'secrets-unavailable',
        `The secret ${secretId} cannot be written (${awsError(error)})`,
      );
    }
  },
});

function knowledgeIn(text: string | undefined): CanaryKnowledge | undefined {
  const said = parsedSecret(text);
  const kept = z.safeParse(KEPT, said).data;
  if (kept) {
    const { passwords, app, answers } = kept;
    return { passwords, ...(app !== undefined && { app }), ...(answers && { answers }) };
  }
  const given = z.safeParse(GIVEN, said).data;
  return given && { passwords: [given.password] };
}
