import type { LetterFacts } from '../domain/ports/letter-writer.ts';
import { dateAndTime } from './dates.ts';
import { directionOf } from './negotiate.ts';
import { phrases, type Phrase } from './phrase.ts';

/** A letter with everything it says, opened, and the portal's address. */
export interface LetterView extends LetterFacts {
  readonly address: string;
}

/** A letter as it is sent. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
}

/**
 * An e-mail in plain text. The code is never in the subject, which a locked phone shows to everyone; no letter names the
 * person, and no link in one asks for anything secret, so that little in it is worth imitating: what asks people to come says
 * where to, and a notice has the link that says "this was not me" (docs/decisions/0022).
 */
export function renderLetter(view: LetterView, language: string): WrittenLetter {
  const t = phrases(language);
  const values = valuesOf(view, language);
  switch (view.kind) {
    case 'recovery-code':
    case 'confirm-phone':
      return { subject: t('letter.code-subject', values), text: t('letter.code', values) };
    case 'confirm-address':
      return { subject: t('letter.address-subject', values), text: t('letter.address', values) };
    case 'password-changed':
      return notice(t, 'changed', values);
    case 'password-may-have-changed':
      return notice(t, 'may-have-changed', values);
    case 'account-unlocked':
      return notice(t, 'unlocked', values);
    case 'account-may-be-unlocked':
      return notice(t, 'may-be-unlocked', values);
    case 'methods-changed':
      return notice(t, 'methods', values);
    case 'registration-revoked':
      return revoked(t, values);
    case 'self-service-frozen':
      return frozen(t, values);
    case 'self-service-unfrozen':
      return unfrozen(t, values);
    case 'register-again':
      return invitation(t, 'register-again', values);
    case 'set-up-reminder':
      return invitation(t, 'set-up', values);
    case 'new-password':
    case 'new-password-perhaps':
      // Like a code, never in the subject.
      return { subject: t('letter.new-password-subject', values), text: t(`letter.${view.kind}`, values) };
  }
}

type Values = ReturnType<typeof valuesOf>;

/** Everything a text may say; each takes what it names. */
const valuesOf = (view: LetterView, language: string) => ({
  organization: apart(view.organization, language),
  phone: apart(view.helpLine, language),
  address: apart(view.address, language),
  link: view.notMeLink === undefined ? '' : `${view.address}${view.notMeLink}`,
  code: view.code ?? '',
  password: view.password ?? '',
  minutes: view.minutes ?? 0,
  when: dateAndTime(language, view.at),
  by: dateAndTime(language, view.by ?? view.at),
});

/**
 * A name, number or address that keeps its own order within a line from right to left: plain text has no mark-up for it
 * (UAX #9, isolates). Codes go without: one run of digits never turns round, and what is copied must be digits only.
 */
const apart = (text: string, language: string): string =>
  directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text;

type Notice = 'changed' | 'may-have-changed' | 'unlocked' | 'may-be-unlocked' | 'methods';

/** A link stands on a line of its own: mail programs take the punctuation after one into it. */
const notice = (t: Phrase, name: Notice, values: Values): WrittenLetter => ({
  subject: t(`letter.${name}-subject`, values),
  text: paragraphs(
    t(`letter.${name}`, values),
    t(values.link === '' ? 'letter.not-you' : 'letter.not-you-link', values),
  ),
});

const revoked = (t: Phrase, values: Values): WrittenLetter => ({
  subject: t('letter.revoked-subject', values),
  text: paragraphs(t('letter.revoked', values), ...holdLink(t, values)),
});

const frozen = (t: Phrase, values: Values): WrittenLetter => ({
  subject: t('letter.frozen-subject', values),
  text: paragraphs(
    t('letter.frozen', values),
    t(values.link === '' ? 'letter.never-asked' : 'letter.lift-link', values),
  ),
});

const unfrozen = (t: Phrase, values: Values): WrittenLetter => ({
  subject: t('letter.unfrozen-subject', values),
  text: paragraphs(t('letter.unfrozen', values), ...holdLink(t, values), t('letter.never-asked', values)),
});

const holdLink = (t: Phrase, values: Values): readonly string[] =>
  values.link === '' ? [] : [t('letter.hold-link', values)];

const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');

const invitation = (t: Phrase, name: 'register-again' | 'set-up', values: Values): WrittenLetter => ({
  subject: t(`letter.${name}-subject`, values),
  text: `${t(`letter.${name}`, values)}\n\n${t('letter.never-asked', values)}`,
});
