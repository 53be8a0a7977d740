import { fold } from './fold.ts';

/** One step of a distinguished name, its value unescaped. */
interface Rdn {
  readonly type: string;
  readonly value: string;
}

/** Two spellings of one distinguished name have one key; the key of what lies above is its end. */
export type DnKey = string;

/** `CN=Value` with everything escaped that RFC 4514 §2.4 and AD escape. */
export const rdn = (type: string, value: string): string =>
  `${type}=${value
    .replaceAll(/[,+"\\<>;=]/g, String.raw`\$&`)
    .replace(/^[# ]/, String.raw`\$&`)
    .replace(/ $/, String.raw`\ `)}`;

/** The key of a distinguished name; undefined when the text is none. The empty name has the empty key. */
export function dnKey(text: string): DnKey | undefined {
  const parsed = parse(text);
  return parsed?.map(({ type, value }) => `${type.toLowerCase()}=${JSON.stringify(fold(value))}`).join(',');
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
  const trimmed = quoted ?? value.replace(/(?<!\\)\s+$/u, '');
  const pieces = trimmed.match(/(?:\\[0-9a-f]{2})+|\\.|[^\\]+/gisu) ?? [];
  return pieces.map((piece) => unescapePiece(piece)).join('');
}

/** Hexadecimal pairs are UTF-8 bytes, so a run of them is decoded as one. */
function unescapePiece(piece: string): string {
  if (!piece.startsWith('\\')) return piece;
  if (/^(?:\\[0-9a-f]{2})+$/i.test(piece))
    return Buffer.from(piece.replaceAll('\\', ''), 'hex').toString('utf8');
  return piece.slice(1);
}
