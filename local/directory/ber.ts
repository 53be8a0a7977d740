/** One decoded element: its identifier byte and its content, still undecoded. */
export interface Element {
  readonly tag: number;
  readonly content: Buffer;
}

/** What arrived is not the BER that RFC 4511 §5.1 allows (definite lengths, one-byte tags), or is too large. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

/** Identifier bytes that LDAP uses (X.690 §8.1.2). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octetString: 0x04,
  enumerated: 0x0a,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Encodes one element with a definite length. Content given in parts is joined. */
export function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag]), encodedLength(size), ...parts]);
}

function encodedLength(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size]);
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** An INTEGER or ENUMERATED of at most 32 bits. */
export function integer(value: number, tag: number = TAG.integer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  let start = 0;
  while (start < 3 && redundant(bytes.readInt16BE(start))) start += 1;
  return element(tag, bytes.subarray(start));
}

/** Whether the first nine bits agree, so that the first byte says nothing. */
const redundant = (word: number): boolean => word >> 7 === 0 || word >> 7 === -1;

export const octets = (value: string | Buffer, tag: number = TAG.octetString): Buffer =>
  element(tag, typeof value === 'string' ? Buffer.from(value, 'utf8') : value);

/**
 * How many bytes the first element of `buffer` takes, headers included; undefined while its header has not wholly
 * arrived. Throws MalformedMessage for indefinite or absurd lengths and for more than `limit` bytes.
 */
export function firstElementSize(buffer: Buffer, limit: number): number | undefined {
  const header = readHeader(buffer, 0);
  if (!header) return undefined;
  const size = header.start + header.length;
  if (size > limit) throw new MalformedMessage(`an element of ${size} bytes, allowed are ${limit}`);
  return size;
}

/** Decodes the elements that fill `buffer` exactly. */
export function elements(buffer: Buffer): readonly Element[] {
  const found: Element[] = [];
  for (let offset = 0; offset < buffer.length;) {
    const header = readHeader(buffer, offset);
    const end = header ? header.start + header.length : Number.POSITIVE_INFINITY;
    if (!header || end > buffer.length)
      throw new MalformedMessage('an element reaches beyond the one around it');
    found.push({ tag: header.tag, content: buffer.subarray(header.start, end) });
    offset = end;
  }
  return found;
}

/** Decodes `buffer` as exactly one element. */
export function onlyElement(buffer: Buffer): Element {
  const [first, ...rest] = elements(buffer);
  if (!first || rest.length > 0) throw new MalformedMessage('expected one element');
  return first;
}

function readHeader(
  buffer: Buffer,
  offset: number,
): { tag: number; start: number; length: number } | undefined {
  const tag = buffer[offset];
  const first = buffer[offset + 1];
  if (tag !== undefined && (tag & 0x1f) === 0x1f) throw new MalformedMessage('a tag of several bytes');
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: offset + 2, length: first };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new MalformedMessage('an indefinite or absurd length');
  if (buffer.length < offset + 2 + count) return undefined;
  return { tag, start: offset + 2 + count, length: buffer.readUIntBE(offset + 2, count) };
}

/** The content of an element that must carry `tag`. */
export function expect(found: Element | undefined, tag: number): Buffer {
  if (found?.tag !== tag) throw new MalformedMessage(`expected tag ${tag}, found ${found?.tag ?? 'nothing'}`);
  return found.content;
}

/** A signed INTEGER or ENUMERATED of at most 48 bits. */
export function integerOf(found: Element | undefined, tag: number = TAG.integer): number {
  const content = expect(found, tag);
  if (content.length === 0 || content.length > 6)
    throw new MalformedMessage('an integer of no or too many bytes');
  return content.readIntBE(0, content.length);
}

export function booleanOf(found: Element | undefined): boolean {
  return expect(found, TAG.boolean)[0] !== 0;
}

export const textOf = (found: Element | undefined, tag: number = TAG.octetString): string =>
  expect(found, tag).toString('utf8');
