import type { Review } from '../../domain/administration/review-document.ts';
import { documentSentences } from '../../domain/administration/sentences.ts';
import type { Mistake } from '../../domain/administration/mistake.ts';
import { assessmentsView } from './assessments-view.ts';

/** Everything to be known of a document before it is published. */
export const reviewView = ({ document, mistakes, warnings, changes, needsEarlierUntil }: Review) => ({
  document,
  mistakes,
  warnings,
  changes,
  sentences: documentSentences(document),
  assessments: assessmentsView(document),
  needsEarlierUntil,
});

/** Of a document that could not be read as it was written, there are only mistakes to tell: all else would be about another document. */
export const onlyMistakes = (mistakes: readonly Mistake[]) => ({
  document: null,
  mistakes,
  warnings: [],
  changes: [],
  sentences: [],
  assessments: [],
  needsEarlierUntil: false,
});
