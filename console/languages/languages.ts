import type { Language } from '../../client/client.ts';
import type { Document } from '../draft.tsx';

/** A language, with what the document that is shown does with it. */
export interface LanguageRow extends Language {
  readonly isDefault: boolean;
}

/** The languages as my draft has them: what is offered, and which questions have no text. The service knows the rest. */
export const languageRows = (languages: readonly Language[], document: Document): readonly LanguageRow[] =>
  languages.map((language) => ({
    ...language,
    offered: document.languages.offered.includes(language.tag),
    isDefault: document.languages.default === language.tag,
    questionsWithoutText: document.questions
      .filter(({ archived, texts }) => archived !== true && (texts[language.tag] ?? '').trim() === '')
      .map(({ id }) => id),
  }));

/** Pages in half a language are worse than pages in another one. */
export const isComplete = ({ coverage }: Language): boolean => coverage >= 1;

/** `100 %`; never rounded up to it. */
export const coverageWords = ({ coverage }: Language): string => `${Math.floor(coverage * 100)} %`;

const withLanguages =
  (change: (before: Document['languages']) => Document['languages']) =>
  (now: Document): Document => ({ ...now, languages: change(now.languages) });

export const offering = (tag: string) =>
  withLanguages(({ offered, ...rest }) => ({ ...rest, offered: [...new Set([...offered, tag])] }));

export const offeringNoMore = (tag: string) =>
  withLanguages(({ offered, ...rest }) => ({ ...rest, offered: offered.filter((one) => one !== tag) }));

/** Makes a language the default; one that is not offered is, from then on. */
export const makingDefault = (tag: string) =>
  withLanguages(({ offered }) => ({ default: tag, offered: [...new Set([...offered, tag])] }));
