import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { says } from '../../domain/administration/mistakes/texts.ts';
import { CATALOGS, LANGUAGE_FACTS } from '../../portal/catalogs/catalogs.ts';

/** Every language the portal can speak; offering others is a mistake. */
export const SPOKEN_LANGUAGES: readonly string[] = Object.keys(CATALOGS);

/** The languages there are, how far each has come, and what a document does with them. */
export const languagesView = ({ languages, questions }: ConfigurationDocument) =>
  Object.entries(LANGUAGE_FACTS).map(([tag, { reviewed, stage, direction }]) => ({
    tag,
    name: nameOf(tag),
    coverage: coverageOf(tag),
    reviewed,
    test: stage === 'test',
    offered: languages.offered.includes(tag),
    direction,
    questionsWithoutText: questions
      .filter(({ archived, texts }) => !archived && !says(texts, tag))
      .map(({ id }) => id),
  }));

/** In English, as the rest of the console. */
const nameOf = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;

/** The part of all keys that have a text. */
function coverageOf(tag: string): number {
  const texts: Readonly<Record<string, string>> = CATALOGS[tag] ?? {};
  const keys = Object.keys(CATALOGS['en'] ?? {});
  return keys.filter((key) => (texts[key] ?? '') !== '').length / Math.max(1, keys.length);
}
