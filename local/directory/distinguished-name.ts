import { fold } from './fold.ts';

/** One step of a distinguished name, its value unescaped. */
interface Rdn {
  readonly type: string;
  readonly value: string;
}

/** Two spellings of one distinguished name have one key; the key of what lies above is its end. */
export type DnKey = string;

/** `CN=Value` with everything escaped that RFC 4514 §2.4 and AD escape; blanks at the ends, too. */
export const rdn = (type: string, value: string): string =>
  `${type}=${value.replaceAll(/^[#\s]|[,+"\\<>;=]|\s$/gu, (found) => (/[^\S ]/u.test(found) ? hexEscaped(found) : `\\${found}`))}`;

const hexEscaped = (text: string): string =>
  Buffer.from(text, 'utf8')
    .toString('hex')
    .replaceAll(/../g, String.raw`\$&`);

/** The key of a distinguished name; undefined when the text is none. The empty name has the empty key. */
export function dnKey(text: string): DnKey | undefined {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const parsed = parse(text);
  const key = parsed
    ?.map(({ type, value }) => `${type.toLowerCase()}=${JSON.stringify(fold(value))}`)
    .join(',');
  if (key !== undefined && text.length <= 256) remember(text, key);
  return key;
}

/** Keys of names seen lately: filters ask for the same few groups and categories of everybody. */
const keys = new Map<string, DnKey>();

function remember(text: string, key: DnKey): void {
  if (keys.size >= 4_000) keys.clear();
  keys.set(text, key);
}

/** The key one step up. */
export function parentKey(key: DnKey): DnKey {
  const comma = /^[a-z0-9.-]+="(?:[^"\\]|\\.)*"(?:,|$)/.exec(key);
  return comma ? key.slice(comma[0].length) : '';
}

/** Whether `key` lies below `above`, or is it. */
export const isWithin = (key: DnKey, above: DnKey): boolean =>
  key === above || above === '' || key.endsWith(`,${above}`);

/** The first value of a distinguished name, unescaped: the name of the object itself. */
export const leafValue = (dn: string): string => parse(dn)?.[0]?.value ?? '';

/** The expression below takes quadratic time on hostile text, so that is kept short. */
const LONGEST = 4096;

function parse(text: string): readonly Rdn[] | undefined {
  if (text.length > LONGEST) return undefined;
  const found: Rdn[] = [];
  for (let rest = text.trim(); rest !== '';) {
    const match = /^\s*([A-Za-z][\w.-]*)\s*=\s*("(?:[^"\\]|\\.)*"|(?:[^,;"\\]|\\.)*)\s*(?:[,;]|$)/su.exec(
      rest,
    );
    const [whole, type, value] = match ?? [];
    if (whole === undefined || type === undefined || value === undefined) return undefined;
    found.push({ type, value: unescape(value) });
    rest = rest.slice(whole.length);
    if (rest === '' && /[,;]$/.test(whole)) return undefined;
  }
  return found;
}

function unescape(value: string): string {
  const quoted = /^"(.*)"$/su.exec(value)?.[1];
  const pieces = (quoted ?? value).match(/(?:\\[0-9a-f]{2})+|\\.|[^\\]+/gisu) ?? [];
  const last = pieces.length - 1;
  // Only an unescaped blank at the end means nothing.
  const meant = pieces.map((piece, i) =>
    i === last && quoted === undefined && !piece.startsWith('\\') ? piece.trimEnd() : piece,
  );
  return meant.map((piece) => unescapePiece(piece)).join('');
}

/** Hexadecimal pairs are UTF-8 bytes, so a run of them is decoded as one. */
function unescapePiece(piece: string): string {
  if (!piece.startsWith('\\')) return piece;
  if (/^(?:\\[0-9a-f]{2})+$/i.test(piece))
    return Buffer.from(piece.replaceAll('\\', ''), 'hex').toString('utf8');
  return piece.slice(1);
}
