import * as z from 'zod/mini';
import type { Happening, TrailEvent } from '../../domain/trail/event.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedAdministrator } from './stored-administrator.ts';
import { storedPerson } from './stored-flow.ts';

// The trail outlives the build that wrote it: kinds this build does not know are still read.
const happening = z.custom<Happening>(
  (value) => z.looseObject({ kind: z.string() }).safeParse(value).success,
);

/** One event of the trail. */
export const storedEvent: RecordSchema<TrailEvent> = z.looseObject({
  id: z.string(),
  at: z.number(),
  person: storedPerson,
  by: z.exactOptional(storedAdministrator),
  reference: z.string(),
  source: z.string(),
  happening,
});
