import * as z from 'zod/mini';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedPerson } from './stored-flow.ts';
import { sealedText } from './stored-message.ts';

const answer = z.object({
  questionId: z.string(),
  questionVersion: z.number(),
  normalisation: z.number(),
  salt: z.string(),
  cost: z.object({ memoryKiB: z.number(), passes: z.number(), lanes: z.number() }),
  tag: z.string(),
});

/** What one person has registered, whole. */
export const storedEnrollment: RecordSchema<Enrollment> = z.object({
  person: storedPerson,
  version: z.number(),
  answers: z.exactOptional(
    z.object({ questionnaire: z.number(), registeredAt: z.number(), answers: z.array(answer) }),
  ),
  addresses: z.array(z.object({ id: z.string(), address: sealedText, confirmedAt: z.number() })),
  changedAt: z.number(),
});
