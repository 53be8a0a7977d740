const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const A_TO_Z = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** What the names of regions hold besides countries: unions, nowhere, and languages' tests. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

/** Whether a code is the one in use: `DD` has a name as well, Germany's. */
const isInUse = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

/** What a country is called; its code where it is none. */
export const countryName = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (NAMES.of(code) ?? code) : code;

/** Every country there is, by ISO 3166-1 code, in the order of their names. */
export const COUNTRIES: readonly string[] = A_TO_Z.flatMap((first) => A_TO_Z.map((second) => first + second))
  .filter((code) => !NO_COUNTRIES.has(code) && NAMES.of(code) !== undefined && isInUse(code))
  .toSorted((one, other) => countryName(one).localeCompare(countryName(other), 'en'));
