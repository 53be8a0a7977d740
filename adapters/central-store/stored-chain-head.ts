import * as z from 'zod/mini';
import type { ChainHead } from '../../domain/ports/chain-heads.ts';
import type { RecordSchema } from './read-stored.ts';

/** Where a chain of the trail's archive ends. */
export const storedChainHead: RecordSchema<ChainHead> = z.object({
  number: z.number(),
  seq: z.number(),
  hash: z.string(),
  at: z.number(),
});
