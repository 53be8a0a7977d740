import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import { partsOf, type Administrator, type ConfigurationVersion } from '../policy/configuration.ts';
import { asksTheSame, questionsIn, type EarlierQuestionnaire } from '../questionnaire/questionnaire.ts';
import { retiredQuestions } from './retired-questions.ts';

/** What else has to be known to publish a document. */
export interface Publishing {
  readonly author: Administrator;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Until when answers to the questionnaire before keep working, should this one ask something else; not at all, when left out. */
  readonly earlierUntil?: number;
  /** Ids of the questions that somebody has answered. */
  readonly answered: ReadonlySet<string>;
}

/** Whether a document asks people something else than is asked now, so that a date must be set for their answers. */
export const needsEarlierUntil = (current: ConfigurationVersion, document: ConfigurationDocument): boolean =>
  // Nothing was asked: nobody's answers could go on working.
  partsOf(current.document).length > 0 && !asksAsNow(current, document);

const asksAsNow = (current: ConfigurationVersion, document: ConfigurationDocument): boolean =>
  asksTheSame({ parts: partsOf(current.document) }, { parts: partsOf(document) });

/**
 * The version a document becomes. What was asked before stays good until the date; a question that is still good for
 * somebody, or that somebody answered, is archived and not forgotten. Pure.
 */
export function nextVersion(
  current: ConfigurationVersion,
  document: ConfigurationDocument,
  { author, reason, now, earlierUntil, answered }: Publishing,
): ConfigurationVersion {
  const earlierQuestionnaires = earlierOnes(current, document, now, earlierUntil);
  return {
    version: current.version + 1,
    document: withArchived(current, document, earlierQuestionnaires, answered),
    questionnaireVersion: current.questionnaireVersion + (asksAsNow(current, document) ? 0 : 1),
    earlierQuestionnaires,
    author,
    reason,
    publishedAt: now,
  };
}

function earlierOnes(
  current: ConfigurationVersion,
  document: ConfigurationDocument,
  now: number,
  earlierUntil: number | undefined,
): readonly EarlierQuestionnaire[] {
  const stillGood = current.earlierQuestionnaires.filter(({ acceptedUntil }) => now < acceptedUntil);
  if (!needsEarlierUntil(current, document)) return stillGood;
  const before = {
    version: current.questionnaireVersion,
    parts: partsOf(current.document),
    replacedAt: now,
    acceptedUntil: earlierUntil ?? now,
  };
  return [...stillGood, before];
}

function withArchived(
  current: ConfigurationVersion,
  document: ConfigurationDocument,
  earlier: readonly EarlierQuestionnaire[],
  answered: ReadonlySet<string>,
): ConfigurationDocument {
  const asked = new Set(earlier.flatMap(questionsIn));
  const kept = retiredQuestions(current.document, document).filter(
    ({ id }) => asked.has(id) || answered.has(id),
  );
  if (kept.length === 0) return document;
  return {
    ...document,
    questions: [...document.questions, ...kept.map((question) => ({ ...question, archived: true }))],
  };
}
