import middy from '@middy/core';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ownPasswordDesk } from '../../adapters/active-directory/own-password-desk.ts';
import { secretsManagerVault } from '../../adapters/secrets-manager/credential-vault.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { domainsFrom } from '../domains-from.ts';
import { environmentOf } from '../environment.ts';
import { observability } from '../observability.ts';
import { rotatedSecrets } from './rotated-secrets.ts';
import { rotationRun } from './run.ts';

// Powers: read and write the secrets of our own accounts, and change these accounts' passwords as themselves.
export const POWERS = {
  'credentials key': ['kms:Decrypt', 'kms:GenerateDataKey'],
  'data proxy secrets': [
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
    'secretsmanager:PutSecretValue',
    'secretsmanager:UpdateSecretVersionStage',
  ],
  'self-service secrets': [
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
    'secretsmanager:PutSecretValue',
    'secretsmanager:UpdateSecretVersionStage',
  ],
} as const;

const { journal, meter, layers } = observability('rotation');
const environment = environmentOf('rotation');
const secretIds = {
  dataProxy: environment.read('LATCHKEY_DATA_PROXY_SECRETS'),
  selfService: environment.read('LATCHKEY_SELF_SERVICE_SECRETS'),
};
const secrets = rotatedSecrets(domainsFrom(environment, journal, meter), secretIds, ownPasswordDesk);
const ports = { secrets, vault: secretsManagerVault(new SecretsManagerClient({})), random: systemRandom() };

/** Invoked by Secrets Manager, once for each step. */
export const handler = middy()
  .use(layers)
  .handler(rotationRun(ports, meter, journal));
