import type { Letter } from '../messages/message.ts';

/** What a letter needs to be put into words; the code is open by now, and is never kept. */
export interface LetterFacts {
  readonly kind: Letter['kind'];
  readonly code?: string;
  readonly minutes?: number;
  readonly organization: string;
  readonly helpDeskPhone: string;
  /** When what the letter tells of happened; epoch milliseconds. */
  readonly at: number;
}

/** Puts letters into the reader's language. */
export interface LetterWriter {
  write(facts: LetterFacts, language: string): { readonly subject: string; readonly text: string };
}
