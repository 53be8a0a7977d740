import type { AskedQuestion } from '../recover/answers-page.tsx';

/** A question with what its answer needs. */
export type QuestionToSetUp = AskedQuestion & { readonly minimumLength: number };

/** A group of questions of which the person picks some. */
export interface SetupGroup {
  readonly kind: 'group';
  readonly group: string;
  /** How many to pick. */
  readonly answer: number;
  readonly questions: readonly QuestionToSetUp[];
  /** What was picked, row by row; '' where nothing was. */
  readonly chosen: readonly string[];
}

/** One part of the questionnaire: a question for everyone, or a group. */
export type SetupPart = { readonly kind: 'single'; readonly question: QuestionToSetUp } | SetupGroup;
