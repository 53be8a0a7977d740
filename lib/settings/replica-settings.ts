import * as z from 'zod';
import { REGION } from './known-forms.ts';
import type { ToldIssue } from './told-issues.ts';
import { text } from './wording.ts';

const KEY = /^arn:aws[\w-]*:kms:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):\d{12}:key\/[\w-]+$/;
const MULTI_REGION_KEY = /^arn:aws[\w-]*:kms:[a-z]{2}(-[a-z]+)+-\d:\d{12}:key\/mrk-[0-9a-f]+$/;

/** A second region that has what people registered, and the configuration, at any time: docs/restore.md says step by step how. */
export const replicaSettings = z.strictObject({
  region: text('the AWS region of the replica such as eu-central-1', REGION),
  /** The key for tables over there, which the standby's state stack says (`StoreKey`). Until it is here, only keys may be replicated. */
  tableKey: text(
    'the ARN of the KMS key in that region which the standby’s tables are under',
    KEY,
  ).optional(),
});
export type ReplicaSettings = z.output<typeof replicaSettings>;

const primary = (which: string) =>
  text(`the ARN of the multi-Region key that the first environment says as ${which}`, MULTI_REGION_KEY);
const table = (which: string) =>
  text(`the name of the table that the first environment says as ${which}`, /^[\w.-]{3,255}$/);

/** An environment that waits in the other region: its tables of people and configuration are replicas of the first one's. */
export const standbySettings = z.strictObject({
  enrollments: table('EnrollmentsTable'),
  configuration: table('ConfigurationTable'),
  keys: z.strictObject({ mac: primary('MacKey'), seal: primary('SealKey'), seed: primary('SeedKey') }),
});
export type StandbySettings = z.output<typeof standbySettings>;

/** A replica and what it replicates are in two regions that are known. */
export function replicaTogether({
  region,
  replica,
  standby,
}: {
  readonly region?: string | undefined;
  readonly replica?: ReplicaSettings | undefined;
  readonly standby?: StandbySettings | undefined;
}): readonly ToldIssue[] {
  const at = (path: readonly string[], message: string): ToldIssue => ({ path, message });
  const issues: ToldIssue[] = [];
  if (replica && standby)
    issues.push(at(['standby'], 'is itself a replica: leave out replica here, or standby'));
  if ((replica ?? standby) && region === undefined)
    issues.push(at(['region'], 'is missing: a replica needs both regions to be known; give an AWS region'));
  if (replica && replica.region === region)
    issues.push(at(['replica', 'region'], 'is the region of the original: give another'));
  const tableKey = replica?.tableKey;
  if (tableKey !== undefined && KEY.exec(tableKey)?.groups?.['region'] !== replica?.region)
    issues.push(at(['replica', 'tableKey'], 'is a key of another region: give one of replica.region'));
  if (standby && Object.values(standby.keys).some((key) => key.split(':')[3] === region))
    issues.push(
      at(['standby', 'keys'], 'are in the region of the standby: give those of the first environment'),
    );
  return issues;
}
