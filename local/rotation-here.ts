import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ownPasswordDesk } from '../adapters/active-directory/own-password-desk.ts';
import { secretsManagerVault } from '../adapters/secrets-manager/credential-vault.ts';
import { systemRandom } from '../adapters/system/random.ts';
import { domainsFrom } from '../lambdas/domains-from.ts';
import type { Edge } from '../lambdas/http/site.ts';
import { rotatedSecrets } from '../lambdas/rotation/rotated-secrets.ts';
import { rotationRun } from '../lambdas/rotation/run.ts';
import type { RotationFunction } from './aws/rotations.ts';
import { type AwsPlace, clientsOf } from './aws-place.ts';
import type { LocalVariables } from './variables.ts';

/** The rotation function in this process, as Secrets Manager invokes it for each step. */
export function rotationHere(
  variables: LocalVariables,
  keeperOfSecrets: AwsPlace,
  { meter, journal }: Pick<Edge, 'meter' | 'journal'>,
): RotationFunction {
  const domains = domainsFrom({ read: (name) => variables[name] }, journal, meter);
  const secretIds = {
    dataProxy: variables.LATCHKEY_DATA_PROXY_SECRETS,
    selfService: variables.LATCHKEY_SELF_SERVICE_SECRETS,
  };
  const ports = {
    secrets: rotatedSecrets(domains, secretIds, ownPasswordDesk),
    vault: secretsManagerVault(new SecretsManagerClient(clientsOf(keeperOfSecrets))),
    random: systemRandom(),
  };
  return rotationRun(ports, meter, journal);
}
