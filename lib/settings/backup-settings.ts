import * as z from 'zod';
import type { ToldIssue } from './told-issues.ts';
import { say, text } from './wording.ts';

const VAULT =
  /^arn:aws[\w-]*:backup:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):(?<account>\d{12}):backup-vault:[\w.-]{1,50}$/;

const keepDays = z
  .int(say('a whole number of days, from 7 to 3650'))
  .min(7, 'is too short to notice a loss: give 7 or more')
  .max(3650, 'is longer than ten years: give 3650 or fewer')
  .default(35);

const shared = {
  /** How long each day's back-up is kept. */
  keepDays,
  /** A vault in another account or region, that keeps a copy of each back-up. */
  copyTo: text('the ARN of a back-up vault in another account or region', VAULT).optional(),
};

/**
 * The daily back-ups, and who may delete one before its time: under `governance` whoever may change the lock, under `compliance` nobody,
 * not AWS either, once the days of grace are over. There is no way back from that.
 */
export const backupSettings = z.discriminatedUnion(
  'lock',
  [
    z.strictObject({ lock: z.literal('governance'), ...shared }),
    z.strictObject({
      lock: z.literal('compliance'),
      changeableForDays: z
        .int(say('the days in which the lock may still be taken off, from 3'))
        .min(3, 'is less than AWS takes: give 3 or more')
        .max(36_500, 'is more than AWS takes: give 36500 or fewer'),
      ...shared,
    }),
  ],
  say("'governance' or 'compliance'"),
);
export type BackupSettings = z.output<typeof backupSettings>;

/** A copy beside the original goes when the original goes. */
export function copyIsElsewhere({
  account,
  region,
  backup,
}: {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly backup?: BackupSettings | undefined;
}): readonly ToldIssue[] {
  const vault = VAULT.exec(backup?.copyTo ?? '')?.groups;
  if (!vault || region === undefined || account === undefined) return [];
  if (vault['region'] !== region || vault['account'] !== account) return [];
  return [
    {
      path: ['backup', 'copyTo'],
      message: 'is in the same account and region: give a vault in another, or leave it out',
    },
  ];
}
