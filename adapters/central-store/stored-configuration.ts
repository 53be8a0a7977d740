import * as z from 'zod/mini';
import type { Configuration } from '../../domain/policy/configuration.ts';
import type { RecordSchema } from './read-stored.ts';

const part = z.looseObject({});
const outline = z.object({
  version: z.number(),
  organization: part,
  defaultDomain: z.string(),
  questionnaire: z.looseObject({ version: z.number(), questions: z.array(part) }),
  earlierQuestionnaires: z.array(part),
  actions: z.object({ unlock: part, reset: part }),
  emailCode: part,
  eligibility: part,
  limits: part,
});

/** A published configuration: its outline is checked here; its rules were checked by whoever let it be published. */
export const storedConfiguration: RecordSchema<Configuration> = z.custom<Configuration>(
  (value) => outline.safeParse(value).success,
);
