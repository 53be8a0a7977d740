import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsFault } from './aws-fault.ts';
import {
  attachStage,
  detachStage,
  holderOf,
  versionAsked,
  type Secret,
  type SecretVersion,
} from './secret-versions.ts';
import type { Rotations } from './rotations.ts';
import type { Secrets } from './secrets.ts';
import { operation, type Service } from './operation.ts';

const SecretId = z.string().min(1);
const ClientRequestToken = z
  .string()
  .min(1)
  .default(() => randomUUID());
const CreateSecret = z.object({
  Name: z.string().min(1),
  SecretString: z.string().optional(),
  ClientRequestToken,
});
const GetSecretValue = z.object({
  SecretId,
  VersionId: z.string().optional(),
  VersionStage: z.string().optional(),
});
const PutSecretValue = z.object({
  SecretId,
  SecretString: z.string(),
  ClientRequestToken,
  VersionStages: z.array(z.string()).min(1).default(['AWSCURRENT']),
});
const RotateSecret = z.object({ SecretId, ClientRequestToken });
const UpdateSecretVersionStage = z.object({
  SecretId,
  VersionStage: z.string(),
  MoveToVersionId: z.string().optional(),
  RemoveFromVersionId: z.string().optional(),
});

/** Secrets Manager: text secrets with versions and staging labels, as a rotation function uses them, and rotations on demand. */
export function standInSecretsManager(secrets: Secrets, rotations: Rotations): Service {
  return {
    CreateSecret: operation(CreateSecret, (input) => {
      const secret = secrets.create(input.Name);
      const value = input.SecretString;
      const version =
        value === undefined
          ? undefined
          : secrets.put(secret, input.ClientRequestToken, value, ['AWSCURRENT']);
      secrets.save();
      return { ...named(secret), VersionId: version?.id };
    }),
    GetSecretValue: operation(GetSecretValue, (input) => {
      const secret = secrets.find(input.SecretId);
      const version = versionAsked(secret, input.VersionId, input.VersionStage);
      return {
        ...named(secret),
        ...shown(version),
        SecretString: version.value,
        CreatedDate: version.createdAt,
      };
    }),
    PutSecretValue: operation(PutSecretValue, (input) => {
      const secret = secrets.find(input.SecretId);
      const version = secrets.put(secret, input.ClientRequestToken, input.SecretString, input.VersionStages);
      secrets.save();
      return { ...named(secret), ...shown(version) };
    }),
    UpdateSecretVersionStage: operation(UpdateSecretVersionStage, (input) => {
      const secret = secrets.find(input.SecretId);
      moveStage(secret, input);
      secrets.save();
      return named(secret);
    }),
    RotateSecret: operation(RotateSecret, (input) => {
      const secret = secrets.find(input.SecretId);
      return { ...named(secret), VersionId: rotated(secrets, rotations, secret, input.ClientRequestToken) };
    }),
    CancelRotateSecret: operation(z.object({ SecretId }), ({ SecretId: id }) => {
      // As in AWS: what is pending stays so.
      const secret = secrets.find(id);
      rotations.cancel(secret.arn);
      return { ...named(secret), VersionId: holderOf(secret, 'AWSPENDING')?.id };
    }),
    DescribeSecret: operation(z.object({ SecretId }), ({ SecretId: id }) => described(secrets.find(id))),
  };
}

function rotated(secrets: Secrets, rotations: Rotations, secret: Secret, asked: string): string {
  if (!rotations.arePossible())
    throw new AwsFault(
      'InvalidRequestException',
      'No Lambda rotation function is associated with this secret.',
    );
  const pending = holderOf(secret, 'AWSPENDING');
  const unfinished = pending && !pending.stages.includes('AWSCURRENT');
  const token = unfinished ? pending.id : secrets.beginRotation(secret.name, asked);
  rotations.begin(secret.arn, token);
  if (!unfinished) return token;
  throw new AwsFault(
    'InvalidRequestException',
    "A previous rotation isn't complete. That rotation will be reattempted.",
  );
}

function moveStage(secret: Secret, move: z.infer<typeof UpdateSecretVersionStage>): void {
  const holder = holderOf(secret, move.VersionStage)?.id;
  const target = secret.versions.find(({ id }) => id === move.MoveToVersionId);
  if (move.MoveToVersionId !== undefined && target === undefined) {
    throw new AwsFault('ResourceNotFoundException', `There is no version ${move.MoveToVersionId}.`);
  }
  // Naming the wrong holder, or none, is how a race between two rotations is found out.
  if (holder !== move.RemoveFromVersionId && holder !== move.MoveToVersionId) {
    throw new AwsFault(
      'InvalidParameterException',
      `${move.VersionStage} must be removed from ${String(holder)}.`,
    );
  }
  if (target !== undefined) attachStage(secret, move.VersionStage, target);
  else if (move.VersionStage === 'AWSCURRENT')
    throw new AwsFault('InvalidParameterException', 'AWSCURRENT can only be moved.');
  else detachStage(secret, move.VersionStage);
}

function described(secret: Secret) {
  const staged = secret.versions.filter(({ stages }) => stages.length > 0);
  return {
    ...named(secret),
    CreatedDate: secret.createdAt,
    LastChangedDate: secret.changedAt,
    VersionIdsToStages: Object.fromEntries(staged.map(({ id, stages }) => [id, stages])),
  };
}

function named({ arn, name }: Secret) {
  return { ARN: arn, Name: name };
}

function shown({ id, stages }: SecretVersion) {
  return { VersionId: id, VersionStages: stages };
}
