/** The version of `normalise` that new answers go through. A change of the function is a new version beside the old one. */
export const NORMALISATION = 1;

const LONGEST = 128;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u02BC\uFF07]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\uFF02]/gu;

/**
 * Makes two spellings of one answer equal: NFKC, case folded, dashes and quotes plain, white space collapsed,
 * ends trimmed. Undefined for what is no text: control characters, lone surrogates, over 128 code points.
 * For answers only; passwords are never normalised.
 */
export function normalise(answer: string): string | undefined {
  if (answer.length > LONGEST * 4 || /[^\P{Cc}\t\n\r]|\p{Cs}/u.test(answer)) return undefined;
  const text = answer
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    // Small first: the capital ẞ becomes SS only by way of ß.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
  return Array.from(text).length > LONGEST ? undefined : text;
}
