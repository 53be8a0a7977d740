import type { Letter } from '../messages/message.ts';

/** What a letter needs to be put into words; code and password are open by now, and are never kept. */
export interface LetterFacts {
  readonly kind: Letter['kind'];
  readonly code?: string;
  readonly minutes?: number;
  readonly password?: string;
  /** In the language of the letter. */
  readonly organization: string;
  readonly helpLine: string;
  /** For `register-again`: until when what is registered is good; epoch milliseconds. */
  readonly by?: number;
  /** The path of the portal by which the reader says that it was not them, or lifts a freeze; each contact has its own. */
  readonly notMeLink?: string;
  /** When what the letter tells of happened; epoch milliseconds. */
  readonly at: number;
}

/** Puts letters into the reader's language. */
export interface LetterWriter {
  write(facts: LetterFacts, language: string): { readonly subject: string; readonly text: string };
  /** The same as a text message: as short as it can be said. */
  text(facts: LetterFacts, language: string): string;
}
