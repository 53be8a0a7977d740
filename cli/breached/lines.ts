const NEWLINE = 10;
const RETURN = 13;
/** What some editors put before a text in UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines of a stream of bytes, many at once, without their ends; an empty one is none. `bytes`: how much was read for them. */
export interface SomeLines {
  readonly lines: readonly Buffer[];
  readonly bytes: number;
}

/** Cuts a stream into lines. Throws an Error for one longer than a mebibyte: that is no text. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<SomeLines> {
  let rest = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of chunks) {
    const text = Buffer.concat([
      rest,
      begun || !chunk.subarray(0, 3).equals(MARK) ? chunk : chunk.subarray(3),
    ]);
    begun = true;
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE, from)) {
      addLine(lines, text, from, end);
      from = end + 1;
    }
    rest = text.subarray(from);
    if (rest.length > 1024 * 1024) throw new Error('it has a line of more than a megabyte: that is no list');
    yield { lines, bytes: chunk.length };
  }
  const lines: Buffer[] = [];
  addLine(lines, rest, 0, rest.length);
  yield { lines, bytes: 0 };
}

function addLine(lines: Buffer[], text: Buffer, from: number, end: number): void {
  const last = end > from && text[end - 1] === RETURN ? end - 1 : end;
  if (last > from) lines.push(text.subarray(from, last));
}
