const SEASONS = 'spring summer autumn fall winter';
const MONTHS = 'january february march april may june july august september october november december';
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
const FAVOURITES =
  'password passw0rd p@ssw0rd p@ssword pa55word welcome changeme letmein company office hello qwerty admin temp test user secret start';
const NUMBERS = ['', '1', '01', '12', '123', '1234', '12345', '2!', '@1', '@123', '#1', '#123'];
const YEARS = { first: 2010, last: 2035 };

/**
 * What is sprayed at Active Directory because it meets its complexity rule: a season, month, weekday or favourite word with a
 * number or a year, with or without a closing mark (`Summer2026!`, `Welcome@123`). In lower case; a few thousand.
 */
export function* sprayedPasswords(): Generator<string> {
  const years = Array.from({ length: YEARS.last - YEARS.first + 1 }, (_, index) =>
    String(YEARS.first + index),
  );
  const tails = [
    ...NUMBERS,
    ...years,
    ...years.map((year) => year.slice(2)),
    ...years.map((year) => `@${year}`),
  ];
  for (const word of [SEASONS, MONTHS, DAYS, FAVOURITES].join(' ').split(' ')) {
    for (const tail of tails) {
      for (const mark of ['', '!', '.', '?']) yield word + tail + mark;
    }
  }
}
