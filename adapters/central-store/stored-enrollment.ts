import * as z from 'zod/mini';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedPerson } from './stored-flow.ts';
import { sealedText } from './stored-message.ts';

const answer = z.looseObject({
  questionId: z.string(),
  normalisation: z.number(),
  salt: z.string(),
  cost: z.looseObject({ memoryKiB: z.number(), passes: z.number(), lanes: z.number() }),
  tag: z.string(),
});

/** What one person has registered, whole. */
export const storedEnrollment: RecordSchema<Enrollment> = z.looseObject({
  person: storedPerson,
  version: z.number(),
  answers: z.exactOptional(
    z.looseObject({ questionnaire: z.number(), registeredAt: z.number(), answers: z.array(answer) }),
  ),
  addresses: z.array(z.looseObject({ id: z.string(), address: sealedText, confirmedAt: z.number() })),
  changedAt: z.number(),
  language: z.exactOptional(z.string()),
});
