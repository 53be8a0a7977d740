/**
 * The rules answers are made equal by, as numbers that are kept with each answer: 1 folds case, 2 keeps it. A change of
 * the function is a new number beside the old ones.
 */
export const NORMALISATIONS = { folded: 1, exact: 2 } as const;
export type Normalisation = (typeof NORMALISATIONS)[keyof typeof NORMALISATIONS];

/** The rule for new answers to a question. */
export const normalisationOf = ({ caseSensitive }: { readonly caseSensitive: boolean }): Normalisation =>
  caseSensitive ? NORMALISATIONS.exact : NORMALISATIONS.folded;

const LONGEST = 128;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u02BC\uFF07]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\uFF02]/gu;

/**
 * Makes two spellings of one answer equal: NFKC, case folded (unless the rule keeps it), dashes and quotes plain, white
 * space collapsed, ends trimmed. Undefined for what is no text: control characters, lone surrogates, over 128 code points.
 * For answers only; passwords are never normalised.
 */
export function normalise(answer: string, rule: Normalisation = NORMALISATIONS.folded): string | undefined {
  if (answer.length > LONGEST * 4 || /[^\P{Cc}\t\n\r]|\p{Cs}/u.test(answer)) return undefined;
  const plain = answer
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"');
  // Small first: the capital ẞ becomes SS only by way of ß.
  const folded = rule === NORMALISATIONS.exact ? plain : plain.toLowerCase().toUpperCase().toLowerCase();
  const text = folded
    .normalize('NFKC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
  return Array.from(text).length > LONGEST ? undefined : text;
}
