import middy from '@middy/core';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ownPasswordDesk } from '../../adapters/active-directory/own-password-desk.ts';
import { otpauthCodes } from '../../adapters/otpauth/app-codes.ts';
import { httpPortalDoor } from '../../adapters/portal-door/portal-door.ts';
import { secretMemory } from '../../adapters/secrets-manager/canary-memory.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemPause as pause } from '../../adapters/system/pause.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { domainsFrom } from '../domains-from.ts';
import { canaryFrom, environmentOf, portalAddressFrom } from '../environment.ts';
import { observability } from '../observability.ts';
import { type CanaryPorts, canaryRun } from './run.ts';

// Powers: its own secret, and what anybody may do who knows it: nothing of the product's but its public door.
export const POWERS = {
  'canary secret': ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
  'credentials key': ['kms:Decrypt', 'kms:GenerateDataKey'],
} as const;

const { journal, meter, layers } = observability('canary');
const environment = environmentOf('canary');

/** Undefined where there is no canary. */
function canaryPorts(): CanaryPorts | undefined {
  const choice = canaryFrom(environment);
  if (!choice) return undefined;
  const domain = choice.locks
    ? domainsFrom(environment, journal, meter).find(({ netbiosName }) => netbiosName === choice.domain)
    : undefined;
  return {
    username: choice.typed,
    door: httpPortalDoor(portalAddressFrom(environment)),
    memory: secretMemory(new SecretsManagerClient({}), choice.secretId),
    ...(domain && { desk: ownPasswordDesk(domain) }),
    codes: otpauthCodes(),
    random: systemRandom(),
    clock,
    pause,
  };
}

/** Woken every hour. */
export const handler = middy()
  .use(layers)
  .handler(canaryRun(canaryPorts(), meter, journal));
