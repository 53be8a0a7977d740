/** Far more than JSON makes of the largest row: DynamoDB keeps 400 KB. */
const MOST_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** The lines of a stream, one in memory at a time; undefined in the place of one that is longer than a row can be. */
export async function* exportLines(stream: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  let begun: Buffer[] = [];
  let bytes = 0;
  const line = (): string | undefined => {
    const text = bytes > MOST_BYTES ? undefined : Buffer.concat(begun).toString('utf8');
    [begun, bytes] = [[], 0];
    return text;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (bytes > 0) yield line();

  function take(part: Buffer): void {
    bytes += part.length;
    if (bytes > MOST_BYTES) begun = [];
    else begun.push(part);
  }
}
