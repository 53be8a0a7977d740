import type { PhoneNumbers } from '../../domain/ports/phone-numbers.ts';

/** Longer than any number, however it is written. */
const MOST_CHARACTERS = 64;

const load = () =>
  Promise.all([import('libphonenumber-js/core'), import('libphonenumber-js/mobile/metadata')]);

/**
 * Telephone numbers by the numbering plans of the world, as Google keeps them (libphonenumber). Only numbers of mobile phones,
 * and those that may be of one, as in North America, can take texts. Its 200 KB are loaded when the first number is read.
 */
export function phoneNumbers(): PhoneNumbers {
  let loaded: ReturnType<typeof load> | undefined;
  return {
    async read(typed, country) {
      if (typed.length > MOST_CHARACTERS) return undefined;
      loaded ??= load();
      const [{ default: parse, getCountries }, { default: plans }] = await loaded;
      const home = getCountries(plans).find((known) => known === country);
      const read = parse(
        typed.normalize('NFKC').trim(),
        { ...(home && { defaultCountry: home }), extract: false },
        plans,
      );
      if (!read?.country || !read.isValid() || read.ext !== undefined) return undefined;
      return { number: read.number, country: read.country, callingCode: read.countryCallingCode };
    },
  };
}
