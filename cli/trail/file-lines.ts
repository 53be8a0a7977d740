import type { CopiedFolder, Unread } from './copied-folder.ts';
import { textIn } from './file-text.ts';

/**
 * The longest line that is read. A row of DynamoDB has at most 400 KB, and JSON makes of a character six at most: no event is longer.
 */
const MOST_LINE_BYTES = 2.5 * 1024 * 1024;
/** A batch has no more events (docs/trail.md). */
const MOST_LINES = 1000;

/** A line without its end, undefined where it is no UTF-8; or why the file is not read on, or not whole. */
export type FileLine = { readonly text: string | undefined } | Unread;

const LINE_FEED = 0x0a;

/** A file of lines, one in memory at a time. What no batch of the trail can have ends it, however much there is behind. */
export async function* fileLines(folder: CopiedFolder, file: string): AsyncGenerator<FileLine> {
  let begun: Buffer = Buffer.alloc(0);
  let lines = 0;
  for await (const piece of folder.pieces(file)) {
    if ('unread' in piece) return yield piece;
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      lines += 1;
      if (lines > MOST_LINES) return yield edited(`it has more than ${MOST_LINES} lines`);
      const rest = piece.subarray(from, end);
      yield { text: textIn(begun.length === 0 ? rest : Buffer.concat([begun, rest])) };
      begun = Buffer.alloc(0);
      from = end + 1;
    }
    begun = Buffer.concat([begun, piece.subarray(from)]);
    if (begun.length > MOST_LINE_BYTES) return yield edited('a line is longer than 2.5 MiB');
  }
  if (begun.length > 0 || lines === 0) yield edited('its end is cut off');
}

const edited = (unread: string): Unread => ({ unread, as: 'edited' });
