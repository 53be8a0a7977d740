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
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  administrator: 'administrator',
  'policy-editor': 'policy editor',
  'help-desk': 'help desk',
  auditor: 'auditor',
};
