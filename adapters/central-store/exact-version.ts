import type { ConfigurationVersion } from '../../domain/policy/configuration.ts';

/** A version and nothing besides: whoever publishes may hold a whole configuration, with its deployment's facts. */
export const exactVersion = ({
  version,
  document,
  questionnaireVersion,
  earlierQuestionnaires,
  author,
  reason,
  publishedAt,
}: ConfigurationVersion): ConfigurationVersion => ({
  version,
  document,
  questionnaireVersion,
  earlierQuestionnaires,
  ...(author && { author }),
  reason,
  publishedAt,
});
