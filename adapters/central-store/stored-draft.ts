import * as z from 'zod/mini';
import type { Draft } from '../../domain/administration/draft.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedPerson } from './stored-flow.ts';

// A draft may hold mistakes, and is given back with them.
const unfinished = z.custom<ConfigurationDocument>((value) => z.looseObject({}).safeParse(value).success);

/** One administrator's draft, whole. */
export const storedDraft: RecordSchema<Draft> = z.object({
  author: storedPerson,
  revision: z.number(),
  basedOn: z.number(),
  document: unfinished,
  savedAt: z.number(),
  reviewed: z.exactOptional(z.number()),
});
