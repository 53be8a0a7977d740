/** What is wrong with a JSON text, and where: lines and columns count from 1. */
export interface JsonTrouble {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

class Found extends Error {
  readonly at: number;
  constructor(at: number, what: string) {
    super(what);
    this.at = at;
  }
}

/** Deeper than any document; a reader that calls itself must end somewhere. */
const DEEPEST = 100;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})|[\u007f-\u009f])*"/uy;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/**
 * The first thing that is wrong with a JSON text (RFC 8259), said in the same words in every browser; undefined when nothing
 * is. A key that one object holds twice is wrong too: readers differ in which one counts.
 */
export function jsonTrouble(text: string): JsonTrouble | undefined {
  try {
    wholeText(text);
    return undefined;
  } catch (found) {
    if (!(found instanceof Found)) throw found;
    const before = text.slice(0, found.at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, what: found.message };
  }
}

function wholeText(text: string): void {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const next = (): string => {
    take(SPACE);
    return text[at] ?? '';
  };
  const wrong = (wanted: string): never => {
    const there = text[at];
    throw new Found(
      at,
      `${there === undefined ? 'The file ends here' : `There is “${there}” here`}; ${wanted}.`,
    );
  };
  const value = (depth: number): void => {
    const first = next();
    if (depth > DEEPEST) throw new Found(at, `This lies deeper than ${DEEPEST} levels.`);
    if (first === '{') members(depth);
    else if (first === '[') items('[', ']', () => value(depth + 1));
    else if (first === '"') string();
    else if (take(PLAIN) === undefined)
      wrong('a value should be: text in double quotes, a number, true, false, null, { or [');
  };
  const string = (): string =>
    take(STRING) ?? wrong('this text is not closed by a double quote, or holds what it may not');
  const members = (depth: number): void => {
    const keys = new Set<string>();
    items('{', '}', () => {
      if (next() !== '"') wrong('a key in double quotes should be');
      const begun = at;
      const key = String(JSON.parse(string()));
      if (keys.has(key))
        throw new Found(begun, `The key “${key}” is in this object twice. Remove one of the two.`);
      keys.add(key);
      if (next() !== ':') wrong('a colon should be');
      at += 1;
      value(depth + 1);
    });
  };
  const items = (open: string, close: string, item: () => void): void => {
    at += open.length;
    if (next() !== close) {
      item();
      while (next() === ',') {
        at += 1;
        item();
      }
    }
    if (next() !== close) wrong(`a comma or ${close} should be`);
    at += 1;
  };
  value(0);
  if (next() !== '') wrong('nothing more should be');
}
