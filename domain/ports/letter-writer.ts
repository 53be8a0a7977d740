import type { Letter } from '../messages/message.ts';

/** What a letter needs to be put into words; the code is open by now, and is never kept. */
export interface LetterFacts {
  readonly kind: Letter['kind'];
  readonly code?: string;
  readonly minutes?: number;
  /** In the language of the letter. */
  readonly organization: string;
  readonly helpLine: string;
  /** For `register-again`: until when what is registered is good; epoch milliseconds. */
  readonly by?: number;
  /** When what the letter tells of happened; epoch milliseconds. */
  readonly at: number;
}

/** Puts letters into the reader's language. */
export interface LetterWriter {
  write(facts: LetterFacts, language: string): { readonly subject: string; readonly text: string };
}
