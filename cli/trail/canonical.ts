import { hash } from 'node:crypto';

/** Members sorted by name, no spaces; written anew here, so that who verifies does not rest on the code that sealed. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // Names that are whole numbers come first, as in every object of JavaScript.
  const names = Object.keys(
    Object.fromEntries(
      Object.keys(value)
        .toSorted(byCodeUnit)
        .map((name) => [name, 0]),
    ),
  );
  const members = new Map(Object.entries(value));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(members.get(name))}`).join(',')}}`;
}

const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : 1);

/** In hexadecimal digits, of the text as UTF-8. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** Deeper than anything that comes out of a table: DynamoDB keeps 32 levels. */
const MOST_DEPTH = 64;

/** A JSON object, or undefined when the text is none, or one that nests deeper than any of the trail's. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (isDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Before it is parsed: what nests a million deep would take the memory, and then the stack. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) quoted = !quoted;
    else if (quoted) at += character === BACKSLASH ? 1 : 0;
    // A brace is its bracket and 0x20.
    else if ((character | 0x20) === OPENS) depth += 1;
    else if ((character | 0x20) === CLOSES) depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPENS, CLOSES] = [0x22, 0x5c, 0x7b, 0x7d];
