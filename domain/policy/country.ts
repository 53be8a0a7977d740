const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** What the names of regions hold besides countries: unions, nowhere, and languages' tests. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

/** Whether a text is the code of a country (ISO 3166-1, two capital letters), Kosovo's `XK` among them. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.has(code) && NAMES.of(code) !== undefined;
