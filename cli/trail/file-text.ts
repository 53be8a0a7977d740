import type { CopiedFolder, Unread } from './copied-folder.ts';

/** Far more than a root or a public key has. */
const MOST_TEXT_BYTES = 1024 * 1024;

/** A small file, byte for byte; or why it is none. */
export async function fileText(folder: CopiedFolder, file: string): Promise<string | Unread> {
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of folder.pieces(file)) {
    if ('unread' in piece) return piece;
    bytes += piece.length;
    if (bytes > MOST_TEXT_BYTES) return { unread: 'it is longer than 1 MiB', as: 'edited' };
    // A copy: the next piece comes into the same place.
    read.push(new Uint8Array(piece));
  }
  return textIn(Buffer.concat(read)) ?? { unread: 'it is no UTF-8', as: 'edited' };
}

// What is no UTF-8 must not be mended on the way: a changed byte would go unseen.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of these bytes, undefined where they are no UTF-8; a mark at the start is part of it. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
