import {
  DescribeSecretCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { Failure } from '../../domain/failure.ts';
import type { CredentialVault, KeptPair, VaultView } from '../../domain/ports/credential-vault.ts';
import type { AccountPair, PendingPair } from '../../domain/rotation/account-pair.ts';
import { awsError, awsErrorName } from '../system/aws-error.ts';
import { misshapen, secretText, unreadable } from './secret-text.ts';
import { PAIR_SHAPE, storedPair, storedPending } from './stored-pair.ts';

const CURRENT = 'AWSCURRENT';
const PENDING = 'AWSPENDING';
/**
 * A label of our own on the version that a rotation kept last. AWSPENDING goes when a rotation is given up, and versions
 * without a label are deleted in time: a password that may be set in the directory would be lost.
 */
export const LATEST = 'LATCHKEY_LATEST';

type Stages = Readonly<Record<string, readonly string[]>>;

/** Secrets Manager as the vault: `secretId` is the name or ARN of a secret, a token the id of one of its versions. */
export function secretsManagerVault(client: SecretsManagerClient): CredentialVault {
  return {
    async look(secretId, token) {
      const stages = await stagesOf(client, secretId);
      const current = await kept(client, secretId, holderOf(stages, CURRENT), storedPair);
      if (!current)
        throw new Failure('secrets-unavailable', `The secret ${secretId} has no version ${CURRENT}`);
      const pending = await kept(client, secretId, stages[token] && token, storedPending);
      const latest = await kept(client, secretId, holderOf(stages, LATEST), storedPending);
      return {
        current,
        asked: standingOf(stages[token]),
        ...(pending && { pending: pending.pair }),
        ...(latest && { latest }),
      };
    },
    keepPending: (secretId, token, pair) => put(client, secretId, token, pair),
    async putInForce(secretId, token, instead) {
      const move = { VersionStage: CURRENT, MoveToVersionId: token, RemoveFromVersionId: instead };
      try {
        await client.send(new UpdateSecretVersionStageCommand({ SecretId: secretId, ...move }));
      } catch (error) {
        throw new Failure(
          'secrets-unavailable',
          `The version ${token} of the secret ${secretId} cannot be put in force (${awsError(error)})`,
        );
      }
    },
  };
}

async function stagesOf(client: SecretsManagerClient, secretId: string): Promise<Stages> {
  try {
    return (await client.send(new DescribeSecretCommand({ SecretId: secretId }))).VersionIdsToStages ?? {};
  } catch (error) {
    throw unreadable(secretId, error);
  }
}

const holderOf = (stages: Stages, label: string): string | undefined =>
  Object.keys(stages).find((version) => stages[version]?.includes(label));

function standingOf(labels: readonly string[] | undefined): VaultView['asked'] {
  if (!labels) return 'unknown';
  if (labels.includes(CURRENT)) return 'current';
  return labels.includes(PENDING) ? 'pending' : 'given-up';
}

async function kept<Pair extends AccountPair>(
  client: SecretsManagerClient,
  secretId: string,
  version: string | undefined,
  read: (text: string | undefined) => Pair | undefined,
): Promise<KeptPair<Pair> | undefined> {
  const found =
    version === undefined ? undefined : await secretText(client, secretId, { VersionId: version });
  if (!found) return undefined;
  const pair = read(found.text);
  if (!pair) throw misshapen(secretId, PAIR_SHAPE);
  return { version: found.version, pair, createdAt: found.createdAt };
}

async function put(
  client: SecretsManagerClient,
  secretId: string,
  token: string,
  pair: PendingPair,
): Promise<void> {
  try {
    await client.send(
      new PutSecretValueCommand({
        SecretId: secretId,
        ClientRequestToken: token,
        SecretString: JSON.stringify(pair),
        VersionStages: [PENDING, LATEST],
      }),
    );
  } catch (error) {
    // Another run of the same step was first: what it kept is what counts.
    if (awsErrorName(error) === 'ResourceExistsException') return;
    throw new Failure('secrets-unavailable', `The secret ${secretId} cannot be written (${awsError(error)})`);
  }
}
