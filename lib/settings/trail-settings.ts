import * as z from 'zod';
import { say } from './wording.ts';

/** How long the sealed trail is locked, and how firmly. docs/trail.md. */
export const trailSettings = z.strictObject({
  /** In days, for each file from when it was made. Nothing is deleted when they are over; it only can be, then. */
  keepDays: z
    .int(say('a whole number of days, such as 400'))
    .min(1, say('at least one day'))
    .max(36_500, say('at most 36500 days, a hundred years'))
    .default(400),
  /** `compliance`: nobody can delete or shorten it, AWS and the account's owner included. `governance`: who has a special permission can. */
  lock: z.enum(['compliance', 'governance'], say("'compliance' or 'governance'")).default('compliance'),
  /** That nobody can ever take `compliance` back is known, and wanted: without it a synth warns. */
  forGood: z.literal(true, say('true, where it is wanted, or leave it out')).optional(),
});
export type TrailSettings = z.output<typeof trailSettings>;

/** What of it cannot be taken back, and nobody has said that they know. */
export const trailWarnings = ({
  trail: { lock, keepDays, forGood },
}: {
  readonly trail: TrailSettings;
}): readonly string[] =>
  lock === 'compliance' && forGood !== true
    ? [
        `trail.lock is 'compliance': nobody, not even root of the account nor AWS, can delete a file of the trail's archive, or its bucket, before the file is ${keepDays} days old, and all of it is paid for until then. Write trail.lock: 'governance' while you try things out, or trail.forGood: true if that is what you want.`,
      ]
    : [];
