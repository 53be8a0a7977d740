import type { Questionnaire } from './questionnaire.ts';

/** What is wrong with the choice of questions in one part of a questionnaire. */
export type ChoiceProblem = 'choose-more' | 'choose-fewer' | 'question-unknown';

export type Choice =
  | { readonly kind: 'chosen'; readonly questions: readonly string[] }
  /** By the question (single) or the group it concerns; for an unknown one by what was sent. */
  | { readonly kind: 'refused'; readonly problems: ReadonlyMap<string, ChoiceProblem> };

/**
 * Whether the answered questions are what a questionnaire takes: every single one, and of each group exactly as many as
 * it says, none twice, nothing else. Pure.
 */
export function chosenQuestions({ parts }: Questionnaire, answered: ReadonlySet<string>): Choice {
  const problems = new Map<string, ChoiceProblem>();
  const questions: string[] = [];
  for (const part of parts) {
    const some = part.kind === 'single' ? [part.question] : part.questions;
    const wanted = part.kind === 'single' ? 1 : part.answer;
    const there = some.filter((id) => answered.has(id));
    questions.push(...there);
    // A single question without an answer is told as that answer's own problem.
    if (part.kind === 'single' && there.length === 0) questions.push(part.question);
    if (part.kind === 'group' && there.length !== wanted)
      problems.set(part.group, there.length < wanted ? 'choose-more' : 'choose-fewer');
  }
  const known = new Set(questions);
  for (const id of answered) if (!known.has(id)) problems.set(id, 'question-unknown');
  return problems.size > 0 ? { kind: 'refused', problems } : { kind: 'chosen', questions };
}
