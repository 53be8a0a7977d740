import type { Mistake, MistakeCode } from '../../../domain/administration/mistake.ts';
import type { Place } from './reading.ts';

/** A key that means nothing where it stands. */
export const unknownKey = ({ path, key }: Place, owner: string, known: readonly string[]): Mistake => {
  const meant = known.find((each) => each.toLowerCase() === key.toLowerCase() || oneSlip(each, key));
  return {
    path,
    code: 'unknown-key',
    message: `"${shortened(key)}" means nothing in ${owner}.`,
    remedy: meant
      ? `Did you mean "${meant}"? Else remove it.`
      : `Remove it, or use one of ${known.join(', ')}.`,
  };
};

/** Something that must be there and is not. */
export const missingKey = ({ path, key, called }: Place): Mistake => ({
  path,
  code: 'missing-key',
  message: `${called} is missing.`,
  remedy: `Add "${key}".`,
});

/** A value of another type than its place takes. */
export const wrongType = ({ path, called }: Place, value: unknown, wanted: string): Mistake => ({
  path,
  code: 'wrong-type',
  message: `${sentence(called)} is ${kindOf(value)}: ${shown(value)}.`,
  remedy: `Write ${wanted}.`,
});

/** A word that is none of those that mean something there. */
export const notOneOf = (
  code: MistakeCode,
  { path, called }: Place,
  value: unknown,
  words: readonly string[],
): Mistake => ({
  path,
  code: typeof value === 'string' || code === 'unknown-method' ? code : 'wrong-type',
  message:
    code === 'unknown-method'
      ? `There is no verification method ${shown(value)} (${called}).`
      : `${sentence(called)} is ${shown(value)}.`,
  remedy: words.length === 1 ? `Write ${words.join('')}.` : `Use one of ${words.join(', ')}.`,
});

/** More than a place takes. */
export const tooLong = (
  { path, called }: Place,
  value: string | readonly unknown[],
  most: number,
): Mistake => {
  const [what, whole] = typeof value === 'string' ? ['characters', 'text'] : ['entries', 'list'];
  return {
    path,
    code: 'out-of-range',
    message: `${sentence(called)} has ${value.length} ${what}.`,
    remedy: `Shorten the ${whole} to ${most} ${what}.`,
  };
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
/** The beginning of a value as JSON. What is within it is left out: it may be nested deeper than any stack reaches. */
export const shown = (value: unknown): string =>
  shortened(
    JSON.stringify(value, (_, held: unknown) =>
      typeof held === 'object' && held !== null && held !== value ? '…' : held,
    ) ?? String(value),
  );

/** Whether two words differ by one letter put in, left out or mistaken. */
function oneSlip(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}
