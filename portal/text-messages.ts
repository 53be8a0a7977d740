import { shortDateAndTime } from './dates.ts';
import type { LetterView } from './messages.ts';
import { phrases, type Phrase } from './phrase.ts';

/**
 * A letter as a text message: in English within the 160 characters of one (GSM 03.38) where names are short. The last line of one
 * with a code binds it to the portal's host, so that phones fill it in there and nowhere else ("Origin-bound one-time codes
 * delivered via SMS", WICG).
 */
export function renderText(view: LetterView, language: string): string {
  const t = phrases(language);
  const values = valuesOf(view, language);
  switch (view.kind) {
    case 'recovery-code':
    case 'confirm-address':
      return boundTo(view, t('text.code', values));
    case 'confirm-phone':
      return boundTo(view, t('text.confirm-phone', values));
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
      return notice(t, 'revoked', values);
    case 'self-service-frozen':
      return values.link === ''
        ? notice(t, 'frozen', values)
        : lines(t('text.frozen', values), t('text.lift-link', values));
    case 'self-service-unfrozen':
      return notice(t, 'unfrozen', values);
    case 'register-again':
      return t('text.register-again', values);
    case 'set-up-reminder':
      return t('text.set-up', values);
    case 'new-password':
      return lines(t('text.new-password', values), t('text.not-you', values));
    case 'new-password-perhaps':
      return lines(t('text.new-password-perhaps', values), t('text.not-you', values));
  }
}

type Values = ReturnType<typeof valuesOf>;
type Notice =
  | 'changed'
  | 'may-have-changed'
  | 'unlocked'
  | 'may-be-unlocked'
  | 'methods'
  | 'revoked'
  | 'frozen'
  | 'unfrozen';

const valuesOf = (view: LetterView, language: string) => ({
  organization: view.organization,
  phone: view.helpLine,
  address: view.address,
  link: view.notMeLink === undefined ? '' : `${view.address}${view.notMeLink}`,
  code: view.code ?? '',
  password: view.password ?? '',
  minutes: view.minutes ?? 0,
  when: shortDateAndTime(language, view.at),
  by: shortDateAndTime(language, view.by ?? view.at),
});

const notice = (t: Phrase, name: Notice, values: Values): string =>
  lines(t(`text.${name}`, values), t(values.link === '' ? 'text.not-you' : 'text.not-you-link', values));

const lines = (...texts: readonly string[]): string => texts.join('\n');

/** The portal's address may have a port and a path; a code is bound to the host alone. */
const boundTo = ({ address, code = '' }: LetterView, text: string): string =>
  lines(text, `@${address.replace(/^https?:\/\//, '').replace(/[:/].*$/, '')} #${code}`);
