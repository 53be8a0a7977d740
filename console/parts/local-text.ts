import type { Document } from '../draft.tsx';

/** One text in several languages, by language tag. */
export type LocalText = Readonly<Record<string, string>>;

type Languages = Document['languages'];

/** Whether there is a text in a language. */
export const says = (texts: LocalText, language: string): boolean => (texts[language] ?? '').trim() !== '';

/** The languages a text is written in: the default one, those offered, and whichever else it has. */
export const languagesOf = (texts: LocalText, { default: first, offered }: Languages): readonly string[] => [
  ...new Set([first, ...offered, ...Object.keys(texts)]),
];

/** The offered languages in which there is no text. */
export const missingIn = (texts: LocalText, { default: first, offered }: Languages): readonly string[] =>
  [...new Set([first, ...offered])].filter((language) => !says(texts, language));

/** The text in a language as people would read it, and in which language that is; undefined where there is none at all. */
export function spoken(
  texts: LocalText,
  language: string,
  fallback: string,
): { readonly text: string; readonly language: string } | undefined {
  const found = [language, language.split('-')[0] ?? language, fallback, ...Object.keys(texts)].find((tag) =>
    says(texts, tag),
  );
  return found === undefined ? undefined : { text: texts[found] ?? '', language: found };
}

/** Without the languages that say nothing, and without space around. */
export const written = (texts: LocalText): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([tag, text]) => [tag, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
