import * as z from 'zod/mini';
import type { Repudiation } from '../../domain/ports/repudiations.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedPerson } from './stored-flow.ts';
import { sealedText } from './stored-message.ts';

/** What the link of a letter may do, whole. */
export const storedRepudiation: RecordSchema<Repudiation> = z.object({
  person: storedPerson,
  reference: z.string(),
  contact: sealedText,
  purpose: z.enum(['freeze', 'unfreeze']),
  at: z.number(),
  expiresAt: z.number(),
  liftable: z.exactOptional(z.literal(true)),
});
