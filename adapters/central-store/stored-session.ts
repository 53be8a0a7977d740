import * as z from 'zod/mini';
import type { Session } from '../../domain/enrollment/session.ts';
import type { RecordSchema } from './read-stored.ts';
import { sealedSeed } from './stored-enrollment.ts';
import { storedCode, storedPerson } from './stored-flow.ts';
import { sealedText, storedMessage } from './stored-message.ts';

/** An enrollment session, whole. */
export const storedSession: RecordSchema<Session> = z.looseObject({
  key: z.string(),
  reference: z.string(),
  person: storedPerson,
  displayName: z.string(),
  username: z.string(),
  mail: z.exactOptional(z.string()),
  userConfiguration: z.string(),
  version: z.number(),
  startedAt: z.number(),
  expiresAt: z.number(),
  source: z.string(),
  language: z.string(),
  pendingAddress: z.exactOptional(
    z.looseObject({ address: sealedText, hint: z.string(), code: storedCode, sends: z.number() }),
  ),
  pendingPhone: z.exactOptional(
    z.looseObject({
      number: sealedText,
      country: z.string(),
      hint: z.string(),
      code: storedCode,
      sends: z.number(),
    }),
  ),
  pendingAuthenticator: z.exactOptional(
    z.looseObject({ id: z.string(), seed: sealedSeed, tries: z.number() }),
  ),
  ended: z.boolean(),
  outbox: z.array(storedMessage),
});
