import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Ports } from '../ports/index.ts';
import { retiredQuestions } from './retired-questions.ts';

/**
 * Which questions that a document leaves out somebody has answered: they are archived, not deleted. Reads every enrollment
 * once, page by page, and keeps none; nothing is read when no question is left out, and no more once all are found
 * answered. At 100,000 enrollments of 2 kB in DynamoDB that is some 25,000 read units and half a minute.
 */
export async function answeredAmongRemoved(
  { enrollments }: Pick<Ports, 'enrollments'>,
  before: ConfigurationDocument,
  after: ConfigurationDocument,
): Promise<ReadonlySet<string>> {
  const sought = new Set(retiredQuestions(before, after).map(({ id }) => id));
  const answered = new Set<string>();
  if (sought.size === 0) return answered;
  for await (const { answers } of enrollments.all()) {
    for (const { questionId } of answers?.answers ?? [])
      if (sought.delete(questionId)) answered.add(questionId);
    if (sought.size === 0) break;
  }
  return answered;
}
