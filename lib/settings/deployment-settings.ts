import * as z from 'zod';
import { say } from './wording.ts';

const percent = z.int(say('a whole number from 1 to 50')).min(1).max(50);
const minutes = z.int(say('a whole number from 1 to 60')).min(1).max(60);

/**
 * How a new version takes over from the old one in the functions that answer requests. Background functions change at once: each
 * run of theirs is whole, and what fails is left to the next.
 */
export const deploymentSettings = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('gradual'),
      /** The share of requests that goes to the new version first. */
      percent: percent.default(10),
      /** For so long; then all of them, unless an alarm rang and the old version has them all again. */
      minutes: minutes.default(5),
    }),
    z.strictObject({ kind: z.literal('at-once') }),
  ],
  say("{ kind: 'gradual', percent, minutes } or { kind: 'at-once' }"),
);
