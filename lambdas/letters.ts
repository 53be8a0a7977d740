import type { LetterWriter } from '../domain/ports/letter-writer.ts';
import { renderLetter } from '../portal/messages.ts';

/** Letters in the portal's words. */
export const portalLetters: LetterWriter = {
  write: ({ kind, code, minutes, ...frame }, language) =>
    kind === 'recovery-code' || kind === 'confirm-address'
      ? renderLetter({ ...frame, kind, code: code ?? '', minutes: minutes ?? 0 }, language)
      : renderLetter({ ...frame, kind }, language),
};
