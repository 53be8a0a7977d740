import { IntlMessageFormat } from 'intl-messageformat';
import { catalogOf, spoken, type Key } from './catalogs/catalogs.ts';

/** What a placeholder may be filled with. */
export type Values = Readonly<Record<string, string | number>>;

/** Gives one text. Throws when a placeholder has no value. */
export type Phrase = (key: Key, values?: Values) => string;

const compiled = new Map<string, IntlMessageFormat>();
const remembered = new Map<string, Phrase>();

/** A text without placeholders goes out as it is: the first formatter of a process costs tens of milliseconds. */
const isPlain = (message: string): boolean => !/[{<]/.test(message);

/** One message, compiled once for each language that has a catalog. */
export function formatterOf(language: string, key: Key): IntlMessageFormat {
  const tag = spoken(language);
  const name = `${tag} ${key}`;
  const known = compiled.get(name) ?? new IntlMessageFormat(catalogOf(tag)[key], tag);
  compiled.set(name, known);
  return known;
}

/** The texts of a language (ICU MessageFormat 1), by key; English where there is no such catalog. */
export function phrases(language: string): Phrase {
  const tag = spoken(language);
  const known = remembered.get(tag);
  if (known) return known;
  const catalog = catalogOf(tag);
  const phrase: Phrase = (key, values) =>
    isPlain(catalog[key]) ? catalog[key] : String(formatterOf(tag, key).format({ ...values }));
  remembered.set(tag, phrase);
  return phrase;
}
