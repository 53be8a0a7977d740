/**
 * One thing wrong with a document, so that its writer can put it right: where (a JSON pointer, RFC 6901), what is wrong with
 * the thing named, and what to do. All of a document's mistakes are told at once, and none of it is applied.
 */
export interface Mistake {
  readonly path: string;
  readonly code: MistakeCode;
  /** What is wrong, naming the thing: `Group "Sales" asks for 4 of its 3 questions.` */
  readonly message: string;
  /** What to do: `Ask for 3 or fewer, or add questions to the group.` */
  readonly remedy: string;
}

/** Nobody reads more, and an answer has room for no more. */
export const MOST_MISTAKES = 1_000;

export type MistakeCode =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'out-of-range'
  | 'duplicate-id'
  | 'already-there'
  | 'group-asks-too-much'
  | 'question-twice'
  | 'unknown-question'
  | 'unknown-group'
  | 'question-archived'
  | 'no-default-text'
  | 'unknown-language'
  | 'questionnaire-empty'
  | 'too-few-answers'
  | 'asks-too-many'
  | 'unknown-method'
  | 'too-many-optional'
  | 'method-off'
  | 'asks-for-nothing'
  | 'filter-unreadable'
  | 'unknown-placeholder'
  | 'not-in-directory'
  | 'ended-already'
  | 'low-contrast'
  | 'logo-unfit'
  | 'nobody-matched'
  | 'contradictory'
  | 'weak-alone'
  | 'no-text-messages'
  | 'unknown-country'
  | 'unfit-attribute'
  | 'unused-field'
  | 'not-deployed'
  | 'unknown-macro'
  | 'risk-not-accepted'
  | 'password-to-proof';
