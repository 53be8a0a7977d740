/** One part of a questionnaire: a question that everyone answers, or a group of which the person answers some. */
export type QuestionnairePart =
  | { readonly kind: 'single'; readonly question: string }
  | {
      readonly kind: 'group';
      readonly group: string;
      /** How many of the group's questions a person picks and answers. */
      readonly answer: number;
      readonly questions: readonly string[];
    };

/** What people must answer: parts in order, by question ids. A version never changes once it was in force. */
export interface Questionnaire {
  readonly version: number;
  readonly parts: readonly QuestionnairePart[];
}

/** A questionnaire that was in force until another took its place; its answers are accepted for a while longer. Epoch milliseconds. */
export interface EarlierQuestionnaire extends Questionnaire {
  readonly replacedAt: number;
  readonly acceptedUntil: number;
}

/** How many answers a questionnaire takes. */
export const answersTaken = ({ parts }: Questionnaire): number =>
  parts.reduce((sum, part) => sum + (part.kind === 'single' ? 1 : part.answer), 0);

/** Every question that some part of it may ask, in order. */
export const questionsIn = ({ parts }: Questionnaire): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'single' ? [part.question] : part.questions));

/**
 * The answered questions that fulfil a questionnaire, in its order: all singles, and for each group as many as it takes;
 * undefined when some part is not fulfilled. Pure.
 */
export function fulfilledBy(
  { parts }: Questionnaire,
  answered: ReadonlySet<string>,
): readonly string[] | undefined {
  const found: string[] = [];
  for (const part of parts) {
    const some = part.kind === 'single' ? [part.question] : part.questions;
    const wanted = part.kind === 'single' ? 1 : part.answer;
    const there = some.filter((id) => answered.has(id)).slice(0, wanted);
    if (there.length < wanted) return undefined;
    found.push(...there);
  }
  return found;
}

/** Whether two questionnaires ask the same of people; the order does not matter. */
export function asksTheSame(one: Pick<Questionnaire, 'parts'>, other: Pick<Questionnaire, 'parts'>): boolean {
  const shape = ({ parts }: Pick<Questionnaire, 'parts'>) =>
    parts
      .map((part) =>
        part.kind === 'single' ? part.question : `${part.answer} of ${[...part.questions].sort().join(' ')}`,
      )
      .sort()
      .join('\n');
  return shape(one) === shape(other);
}
