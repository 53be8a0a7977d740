import * as z from 'zod/mini';
import type { Freeze } from '../../domain/ports/person-notes.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import type { RecordSchema } from './read-stored.ts';
import { sealedText } from './stored-message.ts';

/** A freeze, whole. */
export const storedFreeze: RecordSchema<Freeze> = z.looseObject({
  at: z.number(),
  by: z.enum(['person', 'help-desk']),
  contact: z.exactOptional(sealedText),
  since: z.exactOptional(z.number()),
});

/** Whether a freeze takes the place of the one that stands. */
export const overrules = (freeze: Freeze, standing: Freeze): boolean =>
  freeze.by === 'help-desk' && standing.by === 'person';

/** When a flow reset the password, as far as can be told: what may have been done counts as done. Undefined when it did not. */
export const resetBy = ({ outcome }: Pick<Flow, 'outcome'>): number | undefined =>
  outcome?.action === 'reset' && outcome.result !== 'unchanged' ? outcome.at : undefined;

/** Whether a flow is resetting the password right now. */
export const isResetting = ({ state, intent }: Pick<Flow, 'state' | 'intent'>): boolean =>
  state === 'executing' && intent?.action === 'reset';
