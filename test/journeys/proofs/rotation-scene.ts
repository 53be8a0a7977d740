import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { DomainSettings } from '../../../adapters/active-directory/domain-settings.ts';
import { ownPasswordDesk } from '../../../adapters/active-directory/own-password-desk.ts';
import { secretCredentials } from '../../../adapters/secrets-manager/credential-source.ts';
import { secretsManagerVault } from '../../../adapters/secrets-manager/credential-vault.ts';
import { systemRandom } from '../../../adapters/system/random.ts';
import { type RotatedSecret, rotationRun } from '../../../lambdas/rotation/run.ts';
import { startAwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { clientsOf } from '../../../local/aws-place.ts';
import { DOMAIN } from '../../../local/people.ts';
import { breakingPorts } from '../../support/breaking-ports.ts';
import { clockAt } from '../../support/controllable-clock.ts';
import { startSnappingWire } from '../../support/snapping-wire.ts';
import { startRecoveries } from './recovery-load.ts';
import type { RotationFault } from './rotation-faults.ts';

/** Where rotations are played. */
export interface RotationPlace {
  /** As the recoveries reach the domain. */
  readonly settings: DomainSettings;
  /** Its domain controller on this machine, to which rotations have a wire of their own. */
  readonly domainController: { readonly host: string; readonly port: number };
  /** Who is recovered meanwhile. */
  readonly usernames: readonly string[];
}

const account = ({ upn, password }: { upn: string; password: string }) => ({ username: upn, password });
const PAIRS = {
  'self-service': { ...account(DOMAIN.resetter), alternate: account(DOMAIN.resetterAlternate) },
  'data-proxy': { ...account(DOMAIN.reader), alternate: account(DOMAIN.readerAlternate) },
};
export type Role = keyof typeof PAIRS;

const NO_METER = { count: () => undefined };
const NO_JOURNAL = { info: () => undefined, error: () => undefined };

/** A Secrets Manager, the two secrets, recoveries that use them, and the rotation function. */
export async function rotationScene(place: RotationPlace) {
  const aws = await startAwsStandIns();
  const wire = await startSnappingWire(place.domainController);
  const clock = clockAt(Date.UTC(2026, 10, 22, 12));
  const client = new SecretsManagerClient(clientsOf({ endpoint: aws.url, accessKeyId: 'latchkey' }));
  const ids = {
    'self-service': aws.secrets.ensure('latchkey/self-service', PAIRS['self-service']),
    'data-proxy': aws.secrets.ensure('latchkey/data-proxy', PAIRS['data-proxy']),
  };
  const credentials = (role: Role) => secretCredentials(client, ids[role], clock);
  const load = startRecoveries(
    {
      settings: place.settings,
      dataProxy: credentials('data-proxy'),
      selfService: credentials('self-service'),
    },
    place.usernames,
  );
  return {
    clock,
    load,
    /** Begins a rotation as Secrets Manager does; answers what its steps are called with. */
    begun: (role: Role) => ({
      SecretId: ids[role],
      ClientRequestToken: aws.secrets.beginRotation(ids[role]),
    }),
    /** The rotation function, just started, as after a crash: nothing of before is left in it. */
    rotate(fault?: RotationFault) {
      wire.snapAt(fault?.snap);
      if (fault?.store !== undefined) aws.fail(fault.store, 1);
      return rotationFunction(place, aws.url, wire.port, ids, fault);
    },
    /** Throws when the account in force does not open. */
    async check(role: Role): Promise<void> {
      const { username, password } = await credentials(role).current();
      const trial = await ownPasswordDesk(place.settings).tryPassword({ username, password });
      if (trial !== 'right') throw new Error(`what is in force does not open: ${trial}`);
    },
    async stop() {
      await load.stop();
      await wire.stop();
      await aws.stop();
    },
  };
}
export type RotationScene = Awaited<ReturnType<typeof rotationScene>>;

function rotationFunction(
  { settings, domainController }: RotationPlace,
  endpoint: string,
  port: number,
  ids: Readonly<Record<Role, string>>,
  fault: RotationFault | undefined,
) {
  // What fails is not repeated behind our back.
  const once = { ...clientsOf({ endpoint, accessKeyId: 'latchkey' }), maxAttempts: 1 };
  const own = {
    vault: secretsManagerVault(new SecretsManagerClient(once)),
    desk: ownPasswordDesk({ ...settings, domainControllers: [`ldaps://${domainController.host}:${port}`] }),
  };
  const { vault, desk } = breakingPorts(own, fault?.gone).ports;
  const secret = (role: Role): RotatedSecret => ({
    secretId: ids[role],
    domain: DOMAIN.netbios,
    role,
    desk,
  });
  const secrets = [secret('self-service'), secret('data-proxy')];
  return rotationRun({ secrets, vault, random: systemRandom() }, NO_METER, NO_JOURNAL);
}
