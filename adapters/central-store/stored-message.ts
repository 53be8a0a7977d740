import * as z from 'zod/mini';
import type { Letter, QueuedMessage } from '../../domain/messages/message.ts';
import type { Sealed } from '../../domain/ports/sealer.ts';
import type { RecordSchema } from './read-stored.ts';

/** A text only the holder of the key can read; here, any text. */
export const sealedText = z.custom<Sealed>((value) => typeof value === 'string');

const letter = z.custom<Letter>((value) => z.looseObject({ kind: z.string() }).safeParse(value).success);

/** A queued message, as it rides on a flow or session row. */
export const storedMessage: RecordSchema<QueuedMessage> = z.object({
  id: z.string(),
  to: z.array(sealedText),
  phones: z.exactOptional(z.array(sealedText)),
  letter,
  reference: z.exactOptional(z.string()),
  language: z.string(),
  queuedAt: z.number(),
});

/** The order in which messages were queued: a row keeps them by id, without one. */
export const inQueueOrder = (messages: readonly QueuedMessage[]): readonly QueuedMessage[] =>
  messages.toSorted((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1));
