import type { LetterWriter } from '../domain/ports/letter-writer.ts';
import { renderLetter } from '../portal/messages.ts';
import { renderText } from '../portal/text-messages.ts';

/** Letters in the portal's words; those that lead to the portal say where it is: `address`, as people type it. */
export const portalLetters = (address: string): LetterWriter => ({
  write: (facts, language) => renderLetter({ ...facts, address }, language),
  text: (facts, language) => renderText({ ...facts, address }, language),
});
