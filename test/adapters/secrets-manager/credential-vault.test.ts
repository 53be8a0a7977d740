import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretsManagerVault } from '../../../adapters/secrets-manager/credential-vault.ts';
import type { AccountPair } from '../../../domain/rotation/account-pair.ts';
import { type AwsStandIns, startAwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { vaultContract } from '../../contracts/credential-vault.ts';

let aws: AwsStandIns;
let client: SecretsManagerClient;
beforeAll(async () => {
  aws = await startAwsStandIns();
  client = new SecretsManagerClient({ endpoint: aws.url, maxAttempts: 1 });
});
afterAll(() => aws.stop());

const text = (pair: AccountPair): string => JSON.stringify(pair);
async function aSecret(SecretString: string): Promise<string> {
  const { ARN = '' } = await client.send(new CreateSecretCommand({ Name: randomUUID(), SecretString }));
  return ARN;
}

vaultContract('Secrets Manager', async () => ({
  vault: secretsManagerVault(client),
  secret: (pair) => aSecret(text(pair)),
  begin: async (secretId) => aws.secrets.beginRotation(secretId),
  async giveUp(SecretId, RemoveFromVersionId) {
    const stage = { VersionStage: 'AWSPENDING', RemoveFromVersionId };
    await client.send(new UpdateSecretVersionStageCommand({ SecretId, ...stage }));
  },
  async write(SecretId, pair) {
    await client.send(new PutSecretValueCommand({ SecretId, SecretString: text(pair) }));
  },
}));

describe('Secrets Manager as the vault', () => {
  const pair = {
    username: 'svc-a',
    password: 'hunter2',
    alternate: { username: 'svc-b', password: 'hunter3' },
  };

  it.each(['GetSecretValue', 'DescribeSecret', 'PutSecretValue', 'UpdateSecretVersionStage'])(
    'fails by the secret’s name, and without its content, when %s does',
    async (operation) => {
      const vault = secretsManagerVault(client);
      const id = await aSecret(text(pair));
      const token = aws.secrets.beginRotation(id);
      const before = await vault.look(id, token);
      aws.fail(operation, 1);
      const next = { ...pair, alternate: pair, formerPassword: 'hunter4' };
      const failing = vault
        .look(id, token)
        .then(() => vault.keepPending(id, token, next))
        .then(() => vault.putInForce(id, token, before.current.version));
      await expect(failing).rejects.toMatchObject({ name: 'Failure', code: 'secrets-unavailable' });
      const failure: unknown = await failing.catch((thrown: unknown) => thrown);
      expect(inspect(failure)).toContain(id);
      expect(inspect(failure)).not.toContain('hunter');
    },
  );

  it.each(['hunter2', '{"username": "svc-a"}', '{"username": "a", "password": "hunter2", "alternate": {}}'])(
    'refuses the shape %j; the failure tells the right one, and nothing of what is there',
    async (misshapen) => {
      const id = await aSecret(misshapen);
      const failure: unknown = await secretsManagerVault(client)
        .look(id, aws.secrets.beginRotation(id))
        .catch((thrown: unknown) => thrown);
      expect(failure).toMatchObject({ code: 'secrets-unavailable' });
      expect(inspect(failure)).toContain('"alternate": {"username": "…", "password": "…"}');
      expect(inspect(failure)).not.toContain('hunter');
    },
  );
});
