import type { CredentialVault, VaultView } from '../ports/credential-vault.ts';
import type { OwnPasswordDesk } from '../ports/own-password-desk.ts';
import type { Random } from '../ports/random.ts';
import type { PendingPair } from './account-pair.ts';
import { blocked } from './blocked.ts';
import { createPending } from './create-pending.ts';
import { setPassword } from './set-password.ts';
import { testPassword } from './test-password.ts';

/** The steps in which Secrets Manager has a secret rotated, in their order. */
export const ROTATION_STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
export type RotationStep = (typeof ROTATION_STEPS)[number];

export interface RotationNeeds {
  readonly vault: CredentialVault;
  /** Of the domain that the secret's accounts are in. */
  readonly desk: OwnPasswordDesk;
  readonly random: Pick<Random, 'bytes'>;
}

export interface RotationRequest {
  readonly step: RotationStep;
  readonly secretId: string;
  /** Names the rotation, and the version it makes. */
  readonly token: string;
}

/**
 * Does one step of rotating the password of an own account. Two accounts take turns: the one that rests changes its password,
 * is tested, and takes over; the one in use is never touched and goes on working until the next rotation, for whoever still
 * remembers it. Each step may be repeated, also after it broke off anywhere. Answers whether there was anything left to do.
 * Throws Failure `rotation-blocked` when an administrator must act, and the Failures of its ports.
 */
export async function rotate(
  { vault, desk, random }: RotationNeeds,
  request: RotationRequest,
): Promise<'done' | 'was-finished'> {
  const { step, secretId, token } = request;
  const view = await vault.look(secretId, token);
  if (view.asked === 'current') return 'was-finished';
  if (view.asked !== 'pending') throw notPending(request);
  if (step === 'createSecret') {
    await createPending({ vault, desk, random }, request, view);
    return 'done';
  }
  // Secrets Manager tests so when a schedule is made, with nothing pending yet: what is in force is tested then.
  if (step === 'testSecret' && !view.pending) {
    await testPassword(desk, secretId, view.current.pair);
    return 'done';
  }
  // Looked at right before the change: what was pending may have been overtaken, and its account be the one in use now.
  const pending = stillFitting(view, request);
  if (step === 'setSecret') await setPassword(desk, secretId, pending);
  if (step === 'testSecret') await testPassword(desk, secretId, pending);
  if (step === 'finishSecret') await vault.putInForce(secretId, token, view.current.version);
  return 'done';
}

function stillFitting(
  { current, pending }: VaultView,
  { step, secretId, token }: RotationRequest,
): PendingPair {
  if (!pending)
    throw blocked(
      `The secret ${secretId}`,
      `its version ${token} says nothing yet, so ${step} has nothing to work on`,
      'Rotate it again from the start: createSecret comes first',
    );
  const { username, password } = current.pair;
  if (pending.alternate.username === username && pending.alternate.password === password) return pending;
  throw blocked(
    `The secret ${secretId}`,
    'what is in force was changed while it was being rotated',
    `Take the label AWSPENDING off its version ${token}, and rotate it again`,
  );
}

const notPending = ({ secretId, token }: RotationRequest) =>
  blocked(
    `The secret ${secretId}`,
    `its version ${token} is not the pending one, so another rotation has taken over`,
    'Let that one finish, or rotate again',
  );
