import type { Role } from '../../policy/configuration-document.ts';
import type { MethodName } from '../../verification/method.ts';

/** `a`, `a and b`, `a, b and c`; `last` instead of "and". */
export const listed = (things: readonly string[], last = 'and'): string =>
  things.length < 2
    ? things.join('')
    : `${things.slice(0, -1).join(', ')} ${last} ${things[things.length - 1] ?? ''}`;

/** Somebody's own words, told apart from ours. */
export const quoted = (text: string): string => `“${text}”`;

/** `1 question`, `2 questions`. */
export const counted = (count: number, one: string): string =>
  `${String(count)} ${count === 1 ? one : `${one}s`}`;

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** A place in an order, from 0: `first`, `second` … `11th`. */
export function ordinal(index: number): string {
  const place = index + 1;
  const isTeen = place % 100 > 10 && place % 100 < 14;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return ORDINALS[index] ?? `${String(place)}${ending}`;
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** A language as administrators read it: `German (de)`. */
export function languageName(tag: string): string {
  try {
    const name = LANGUAGES.of(tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    // What is no tag at all is a mistake that is told elsewhere.
    return tag;
  }
}

/** A text in each of its languages, the default first. */
export const spokenIn = (
  texts: Readonly<Record<string, string>>,
  defaultLanguage: string,
): readonly (readonly [language: string, text: string])[] => {
  const rank = (tag: string) => `${tag === defaultLanguage ? '0' : '1'}${tag}`;
  return Object.entries(texts)
    .sort(([one], [other]) => (rank(one) < rank(other) ? -1 : 1))
    .map(([tag, text]) => [languageName(tag), quoted(text)]);
};

/** What somebody must give, by method. */
export const METHOD_WORDS: Readonly<Record<MethodName, string>> = {
  'security-answers': 'their security answers',
  'email-code': 'a code by e-mail',
  'sms-code': 'a code by text message',
  'sent-code': 'a code that is sent to them',
  'authenticator-app': 'a code of their authenticator app',
  passkey: 'their passkey or security key',
  'recovery-code': 'one of their saved recovery codes',
  'openid-connect': 'a sign-in at the identity provider',
  'external-responses': 'what the external service asks for',
  'ldap-attributes': 'what the directory holds about them',
  'previous-authentication': 'a browser they have used before',
};

/** What each method is called. */
export const METHOD_NAMES: Readonly<Record<MethodName, string>> = {
  'security-answers': 'Security answers',
  'email-code': 'Codes by e-mail',
  'sms-code': 'Codes by text message',
  'sent-code': 'Codes by e-mail or text message',
  'authenticator-app': 'Authenticator app',
  passkey: 'Passkeys and security keys',
  'recovery-code': 'Saved recovery codes',
  'openid-connect': 'Identity provider',
  'external-responses': 'External service',
  'ldap-attributes': 'Attributes of the directory',
  'previous-authentication': 'Remembered browsers',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  administrator: 'administrator',
  'policy-editor': 'policy editor',
  'help-desk': 'help desk',
  auditor: 'auditor',
};

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' });

/** A country as administrators read it: `Germany (DE)`. */
export function countryName(code: string): string {
  try {
    const name = COUNTRIES.of(code);
    return name === undefined || name === code ? quoted(code) : `${name} (${code})`;
  } catch {
    // What is no country at all is a mistake that is told elsewhere.
    return quoted(code);
  }
}
