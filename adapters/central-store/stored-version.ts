import * as z from 'zod/mini';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import type { ConfigurationVersion } from '../../domain/policy/configuration.ts';
import type { EarlierQuestionnaire } from '../../domain/questionnaire/questionnaire.ts';
import { storedAdministrator } from './stored-administrator.ts';
import type { RecordSchema } from './read-stored.ts';

const part = z.looseObject({});
const outline = z.looseObject({
  format: z.literal(1),
  languages: z.looseObject({ default: z.string(), offered: z.array(z.string()) }),
  branding: z.looseObject({ organization: part, helpLine: part }),
  // A method that this build does not know is left as it is.
  methods: z.catchall(z.object({ 'security-answers': part, 'email-code': part }), part),
  questions: z.array(z.looseObject({ id: z.string(), texts: part })),
  groups: z.array(z.looseObject({ id: z.string(), questions: z.array(z.string()) })),
  questionnaire: z.looseObject({ items: z.array(part) }),
  userConfigurations: z.array(z.looseObject({ id: z.string(), include: part, exclude: part, actions: part })),
  blockList: z.array(part),
  access: part,
});

/** A published document: its outline is checked here; its rules were checked by whoever let it be published. */
const document = z.custom<ConfigurationDocument>((value) => outline.safeParse(value).success);

const earlier = z.looseObject({
  version: z.number(),
  parts: z.array(part),
  replacedAt: z.number(),
  acceptedUntil: z.number(),
});

/** One published version, whole. */
export const storedVersion: RecordSchema<ConfigurationVersion> = z.object({
  version: z.number(),
  document,
  questionnaireVersion: z.number(),
  earlierQuestionnaires: z.array(z.custom<EarlierQuestionnaire>((value) => earlier.safeParse(value).success)),
  author: z.exactOptional(storedAdministrator),
  reason: z.string(),
  publishedAt: z.number(),
});
