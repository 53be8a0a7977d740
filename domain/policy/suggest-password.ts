import type { Ports } from '../ports/index.ts';
import { saysBannedWord } from './banned-words.ts';
import { LONGEST_PASSWORD, passwordProblems, wordProblems } from './password-rules.ts';
import type { PasswordStandard } from './password-standard.ts';

/** Chance in every suggestion, at least: 2^70 guesses. */
const BITS = 70;
const TRIES = 40;

/** Draws one of so many, each as likely. */
type Draw = (choices: number) => number;

/** How a suggestion is put together: pieces until there is enough of them, then an end. */
interface Style {
  readonly piece: (draw: Draw) => string;
  readonly bitsOfPiece: number;
  readonly end: (draw: Draw) => string;
  readonly bitsOfEnd: number;
  readonly lengthOfEnd: number;
}

const CONSONANTS = 'bdfghjklmnprstvwz';
const VOWELS = 'aeiou';
/** Neither 0 nor 1, which are read as letters. */
const DIGITS = '23456789';
const SCATTERED = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-+=#%?*!';

/** What two syllables can say that nobody wants to read on a page of their employer. */
const UNSEEMLY =
  'kaka puta puto pipi popo fuk fiko fika foda fode bite kuso baka nazi nega nige niga pene pede pedo homo hure bolo rape sida teta tite kula zizi vado lesb'.split(
    ' ',
  );

/** `KovaTisaBofuNemiLuda-472`: spoken, read and typed with ease; a telephone's keyboard is turned over once. */
const WORDS: Style = {
  piece: (draw) => syllable(draw, true) + syllable(draw),
  bitsOfPiece: 2 * Math.log2(CONSONANTS.length * VOWELS.length),
  end: (draw) => `-${oneOf(DIGITS, draw)}${oneOf(DIGITS, draw)}${oneOf(DIGITS, draw)}`,
  bitsOfEnd: 3 * Math.log2(DIGITS.length),
  lengthOfEnd: 4,
};

/** Where so many words are banned that hardly a syllable is left. */
const CHARACTERS: Style = {
  piece: (draw) => oneOf(SCATTERED, draw),
  bitsOfPiece: Math.log2(SCATTERED.length),
  end: () => '',
  bitsOfEnd: 0,
  lengthOfEnd: 0,
};

/**
 * A new password that passes every rule we can know, breached lists included: it is tried against the very rules. At least 70 bits of
 * chance, and as long as the rules demand. Undefined where no password can be long enough, or none was found that
 * says none of the words. Throws the Failure of a breached list that must be asked and cannot be. It is a secret.
 */
export async function suggestPassword(
  { random, breached }: Pick<Ports, 'random' | 'breached'>,
  standard: PasswordStandard,
): Promise<string | undefined> {
  if (standard.rules.minimumLength > LONGEST_PASSWORD) return undefined;
  const draw = drawnFrom(random);
  for (const style of [WORDS, CHARACTERS]) {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const suggestion = composed(style, standard, draw);
      if (suggestion === undefined) continue;
      const problems = await passwordProblems({ breached }, suggestion, standard);
      if (problems.length === 0) return suggestion;
    }
  }
  return undefined;
}

/** Piece by piece, each drawn again when it would say what must not be said: no piece after it could mend that. */
function composed(style: Style, standard: PasswordStandard, draw: Draw): string | undefined {
  const { rules } = standard;
  let text = '';
  let bits = style.bitsOfEnd;
  while (bits < BITS || text.length + style.lengthOfEnd < rules.minimumLength) {
    const longer = extended(text, style.piece, standard, draw);
    if (longer === undefined || longer.length + style.lengthOfEnd > LONGEST_PASSWORD) return undefined;
    text = longer;
    bits += style.bitsOfPiece;
  }
  return extended(text, style.end, standard, draw);
}

function extended(
  text: string,
  piece: (draw: Draw) => string,
  standard: PasswordStandard,
  draw: Draw,
): string | undefined {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const longer = text + piece(draw);
    if (wordProblems(longer, standard).length === 0 && !saysBannedWord(longer, UNSEEMLY)) return longer;
  }
  return undefined;
}

const syllable = (draw: Draw, capital = false): string => {
  const consonant = oneOf(CONSONANTS, draw);
  return (capital ? consonant.toUpperCase() : consonant) + oneOf(VOWELS, draw);
};

const oneOf = (alphabet: string, draw: Draw): string => alphabet.charAt(draw(alphabet.length));

/** Without bias: bytes beyond the last full round are thrown away. */
const drawnFrom =
  (random: Ports['random']): Draw =>
  (choices) => {
    const rounds = 256 - (256 % choices);
    for (;;) {
      const [byte = 0] = random.bytes(1);
      if (byte < rounds) return byte % choices;
    }
  };
