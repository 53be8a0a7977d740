import { ROTATION_STEPS } from '../domain/rotation/rotate.ts';
import type { AwsStandIns } from '../local/aws/start-aws-stand-ins.ts';

/** What Secrets Manager asks of the rotation function in one rotation of the data proxy account, in its order; a new version is begun for it. */
export function rotationCalls(
  secrets: AwsStandIns['secrets'],
): readonly (readonly [call: string, event: object])[] {
  // It is there: its name alone is asked for.
  const SecretId = secrets.ensure('data-proxy', {});
  const ClientRequestToken = secrets.beginRotation(SecretId);
  return ROTATION_STEPS.map((Step) => [`step ${Step}`, { Step, SecretId, ClientRequestToken }]);
}
