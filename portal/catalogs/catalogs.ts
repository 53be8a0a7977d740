import en from './en.json' with { type: 'json' };

/** The stable name of one text. English is the list of them. */
export type Key = keyof typeof en;

/** One language's texts: every key, or it does not compile. Nobody gets a page in two languages. */
export type Catalog = Readonly<Record<Key, string>>;

/** Every language the portal speaks, by BCP 47 tag. A new one is a new file beside `en.json` and its line here. */
export const CATALOGS: Readonly<Record<string, Catalog>> = { en };

/** The tags, for `Frame.languages` and for the negotiation. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGS);

/** The language itself when there is a catalog for it, else English. */
export const spoken = (language: string): string => (Object.hasOwn(CATALOGS, language) ? language : 'en');

/** The texts in a language; English where there is no such catalog. */
export const catalogOf = (language: string): Catalog => CATALOGS[spoken(language)] ?? en;
