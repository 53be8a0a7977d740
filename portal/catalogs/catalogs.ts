import { directionOf } from '../negotiate.ts';
import { CATALOG_FILES } from './catalog-files.ts';
import en from './en.json' with { type: 'json' };
import { TEST_CATALOG_FILES } from './test-catalog-files.ts';

/** The stable name of one text. English is the list of them. */
export type Key = keyof typeof en.texts;

/** One language's texts: every key, or it does not compile. Nobody gets a page in two languages. */
export type Catalog = Readonly<Record<Key, string>>;

/** What a language's file says about itself; `offered` is for people, `test` is for those who look at the pages. */
interface CatalogFile {
  readonly reviewed: boolean;
  readonly stage: string;
  readonly texts: Catalog;
}

/** What is known of a language besides its texts. */
export interface LanguageFacts {
  /** Whether a native speaker has read all of it. */
  readonly reviewed: boolean;
  /** A test language is spoken only where a configuration asks for it. */
  readonly stage: 'offered' | 'test';
  readonly direction: 'ltr' | 'rtl';
}

const FILES: Readonly<Record<string, CatalogFile>> = { ...CATALOG_FILES, ...TEST_CATALOG_FILES };

/** What `each` makes of every language's file, by the language's tag. */
const ofEvery = <T>(each: (file: CatalogFile, tag: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(FILES).map(([tag, file]) => [tag, each(file, tag)]));

/** Every language the portal can speak, by BCP 47 tag. A new one is a new file beside `en.json`, and `npm run catalogs`. */
export const CATALOGS: Readonly<Record<string, Catalog>> = ofEvery(({ texts }) => texts);

/** The same languages, and how far each has come. */
export const LANGUAGE_FACTS: Readonly<Record<string, LanguageFacts>> = ofEvery(
  ({ reviewed, stage }, tag) => ({
    reviewed,
    stage: stage === 'offered' ? 'offered' : 'test',
    direction: directionOf(tag),
  }),
);

/** The languages meant for people. */
export const OFFERED_LANGUAGES: readonly string[] = Object.keys(CATALOGS).filter(
  (tag) => LANGUAGE_FACTS[tag]?.stage === 'offered',
);

/** The tags, for `Frame.languages` and for the negotiation, where no configuration chooses others. */
export const LANGUAGES: readonly string[] = OFFERED_LANGUAGES;

/** The language itself when there is a catalog for it, else English. */
export const spoken = (language: string): string => (Object.hasOwn(CATALOGS, language) ? language : 'en');

/** The texts in a language; English where there is no such catalog. */
export const catalogOf = (language: string): Catalog => CATALOGS[spoken(language)] ?? en.texts;
