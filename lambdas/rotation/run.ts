import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import type { CredentialVault } from '../../domain/ports/credential-vault.ts';
import type { OwnPasswordDesk } from '../../domain/ports/own-password-desk.ts';
import type { Random } from '../../domain/ports/random.ts';
import { rotate, ROTATION_STEPS } from '../../domain/rotation/rotate.ts';
import type { Journal } from '../http/site.ts';
import type { Meter } from '../metrics.ts';
import { isSecretCalled } from './secret-called.ts';

/** One secret that may be rotated, and what it is for. */
export interface RotatedSecret {
  /** ARN or name. */
  readonly secretId: string;
  /** NetBIOS name of the domain that its two accounts are in. */
  readonly domain: string;
  readonly role: 'data-proxy' | 'self-service';
  readonly desk: OwnPasswordDesk;
}

export interface RotationPorts {
  readonly secrets: readonly RotatedSecret[];
  readonly vault: CredentialVault;
  readonly random: Pick<Random, 'bytes'>;
}

const EVENT = z.object({
  Step: z.enum(ROTATION_STEPS),
  SecretId: z.string().check(z.minLength(1)),
  ClientRequestToken: z.string().check(z.minLength(1)),
});

/**
 * Does one step of a rotation for Secrets Manager, which repeats what throws. Only secrets that the deployment lists are
 * touched. Tells of each step in the journal, and counts what was put in force and what failed.
 */
export const rotationRun =
  ({ secrets, vault, random }: RotationPorts, meter: Meter, journal: Journal) =>
  async (event: unknown): Promise<void> => {
    const { Step: step, SecretId: secretId, ClientRequestToken: token } = understood(event);
    const secret = listed(secrets, secretId);
    const { domain, role } = secret;
    const about = { step, secretId, token, domain, role };
    try {
      const done = await rotate({ vault, desk: secret.desk, random }, { step, secretId, token });
      journal.info('rotation', { ...about, done });
      if (step === 'finishSecret' && done === 'done') meter.count('SecretRotated', { domain, role });
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'unexpected';
      journal.error('rotation', { ...about, code }, error);
      meter.count('RotationFailed', { domain, role });
      throw error;
    }
  };

/** No word of the event gets out: whoever may invoke the function may have put anything there. */
function understood(event: unknown) {
  const read = z.safeParse(EVENT, event);
  if (read.success) return read.data;
  throw new Failure(
    'rotation-blocked',
    `The event is not one of Secrets Manager: {Step: ${ROTATION_STEPS.join(' | ')}, SecretId, ClientRequestToken}`,
  );
}

function listed(secrets: readonly RotatedSecret[], secretId: string): RotatedSecret {
  const secret = secrets.find((one) => isSecretCalled(one.secretId, secretId));
  if (secret) return secret;
  throw new Failure(
    'rotation-blocked',
    `The secret ${secretId} is none of this deployment's: only those of its domains are rotated by this function`,
  );
}
