import * as z from 'zod/mini';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { SealedSeed } from '../../domain/ports/seeds.ts';
import type { RecordSchema } from './read-stored.ts';
import { storedPerson } from './stored-flow.ts';
import { sealedText } from './stored-message.ts';

const cost = z.looseObject({ memoryKiB: z.number(), passes: z.number(), lanes: z.number() });

const answer = z.looseObject({
  questionId: z.string(),
  normalisation: z.number(),
  salt: z.string(),
  cost,
  tag: z.string(),
});

/** A seed only the holder of the seeds' key can read; here, any text. */
export const sealedSeed = z.custom<SealedSeed>((value) => typeof value === 'string');

const phone = z.looseObject({
  id: z.string(),
  number: sealedText,
  country: z.string(),
  confirmedAt: z.number(),
});

const passkey = z.looseObject({
  id: z.string(),
  publicKey: z.string(),
  signCount: z.number(),
  backedUp: z.boolean(),
  name: z.string(),
  registeredAt: z.number(),
});

const recoveryCodes = z.looseObject({
  id: z.string(),
  salt: z.string(),
  cost,
  tags: z.array(z.string()),
  issuedAt: z.number(),
});

/** What one person has registered, whole. */
export const storedEnrollment: RecordSchema<Enrollment> = z.looseObject({
  person: storedPerson,
  version: z.number(),
  answers: z.exactOptional(
    z.looseObject({ questionnaire: z.number(), registeredAt: z.number(), answers: z.array(answer) }),
  ),
  addresses: z.array(z.looseObject({ id: z.string(), address: sealedText, confirmedAt: z.number() })),
  phones: z.exactOptional(z.array(phone)),
  authenticator: z.exactOptional(
    z.looseObject({ id: z.string(), seed: sealedSeed, confirmedAt: z.number() }),
  ),
  passkeys: z.exactOptional(z.array(passkey)),
  recoveryCodes: z.exactOptional(recoveryCodes),
  identity: z.exactOptional(z.looseObject({ issuer: z.string(), subject: z.string(), linkedAt: z.number() })),
  browsers: z.exactOptional(z.array(z.looseObject({ key: z.string(), rememberedAt: z.number() }))),
  changedAt: z.number(),
  language: z.exactOptional(z.string()),
});
