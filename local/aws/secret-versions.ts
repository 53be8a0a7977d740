import * as z from 'zod';
import { AwsFault } from './aws-fault.ts';

const Version = z.object({
  id: z.string(),
  /** Missing while a rotation has begun and nothing was put yet. */
  value: z.string().optional(),
  createdAt: z.number(),
  stages: z.array(z.string()),
});

/** A secret, and every version it had. Times are epoch seconds. */
export const Secret = z.object({
  name: z.string(),
  arn: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  versions: z.array(Version),
});
export type Secret = z.infer<typeof Secret>;
export type SecretVersion = z.infer<typeof Version>;

/**
 * Puts a staging label on one version and takes it from every other, as Secrets Manager does: when AWSCURRENT moves, the version
 * it leaves becomes AWSPREVIOUS.
 */
export function attachStage(secret: Secret, stage: string, version: SecretVersion): void {
  const former = holderOf(secret, stage);
  if (former === version) return;
  detachStage(secret, stage);
  version.stages.push(stage);
  if (stage !== 'AWSCURRENT' || former === undefined) return;
  detachStage(secret, 'AWSPREVIOUS');
  former.stages.push('AWSPREVIOUS');
}

/** Takes a staging label from whichever version holds it. */
export function detachStage(secret: Secret, stage: string): void {
  for (const version of secret.versions) version.stages = version.stages.filter((held) => held !== stage);
}

/** The version that holds a staging label. */
export function holderOf(secret: Secret, stage: string): SecretVersion | undefined {
  return secret.versions.find(({ stages }) => stages.includes(stage));
}

/** The version asked for by id, by label, or by both if they agree; AWSCURRENT if by neither. */
export function versionAsked(
  secret: Secret,
  id: string | undefined,
  stage: string | undefined,
): SecretVersion {
  const wanted = stage ?? (id === undefined ? 'AWSCURRENT' : undefined);
  const found = secret.versions.find(
    (version) =>
      (id === undefined || version.id === id) && (wanted === undefined || version.stages.includes(wanted)),
  );
  if (found?.value !== undefined) return found;
  const by = [
    ...(id === undefined ? [] : [`VersionId: ${id}`]),
    ...(wanted === undefined ? [] : [`staging label: ${wanted}`]),
  ];
  throw new AwsFault(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for ${by.join(' and ')}`,
  );
}
