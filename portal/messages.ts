import type { Letter } from '../domain/messages/message.ts';
import { dateAndTime } from './dates.ts';
import { phrases, type Phrase } from './phrase.ts';

/** A letter with everything it says, opened. `at` is when the thing happened, in epoch milliseconds. */
export type LetterView = {
  readonly organization: string;
  readonly helpDeskPhone: string;
  readonly at: number;
} & (
  | { readonly kind: CodeKind; readonly code: string; readonly minutes: number }
  | { readonly kind: Exclude<Letter['kind'], CodeKind> }
);
type CodeKind = 'recovery-code' | 'confirm-address';

/**
 * An e-mail in plain text. The code is never in the subject, which a locked phone shows to everyone; no letter names
 * the person or has a link, so that nothing in it is worth imitating.
 */
export function renderLetter(
  view: LetterView,
  language: string,
): { readonly subject: string; readonly text: string } {
  const t = phrases(language);
  const { organization, helpDeskPhone: phone } = view;
  const notice = (name: Notice) =>
    renderNotice(t, name, { organization, phone, when: dateAndTime(language, view.at) });
  switch (view.kind) {
    case 'recovery-code':
      return {
        subject: t('letter.code-subject', { organization }),
        text: t('letter.code', { code: view.code, minutes: view.minutes, phone }),
      };
    case 'confirm-address':
      return {
        subject: t('letter.address-subject', { organization }),
        text: t('letter.address', { code: view.code, minutes: view.minutes, organization }),
      };
    case 'password-changed':
      return notice('changed');
    case 'password-may-have-changed':
      return notice('may-have-changed');
    case 'account-unlocked':
      return notice('unlocked');
    case 'account-may-be-unlocked':
      return notice('may-be-unlocked');
    case 'methods-changed':
      return notice('methods');
  }
}

type Notice = 'changed' | 'may-have-changed' | 'unlocked' | 'may-be-unlocked' | 'methods';

function renderNotice(
  t: Phrase,
  name: Notice,
  values: { organization: string; phone: string; when: string },
) {
  const text = `${t(`letter.${name}`, values)}\n\n${t('letter.not-you', values)}`;
  return { subject: t(`letter.${name}-subject`, values), text };
}
