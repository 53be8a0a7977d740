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
});
export type TrailSettings = z.output<typeof trailSettings>;
