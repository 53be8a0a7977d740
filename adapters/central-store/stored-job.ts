import * as z from 'zod/mini';
import type { PostActionJob, PostActionWork } from '../../domain/post-actions/job.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedPerson } from './stored-flow.ts';

const work: RecordSchema<PostActionWork> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('webhook'), endpoint: z.string(), text: z.string() }),
  z.object({ kind: z.literal('event'), text: z.string() }),
  z.object({ kind: z.literal('attribute'), attribute: z.string(), value: z.string() }),
]);

/** One post action that waits for being done, whole. */
export const storedJob: RecordSchema<PostActionJob> = z.object({
  id: z.string(),
  person: storedPerson,
  account: z.object({ username: z.string(), displayName: z.string(), mail: z.string() }),
  action: z.enum(['unlock', 'reset']),
  at: z.number(),
  reference: z.string(),
  name: z.string(),
  work,
  failures: z.number(),
});
