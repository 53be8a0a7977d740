import { jsonTrouble } from './json-trouble.ts';

/** What a file holds, or why it cannot be taken. */
export type FileRead =
  { readonly kind: 'read'; readonly value: unknown } | { readonly kind: 'unreadable'; readonly why: string };

/** The most the API takes. */
const MOST_BYTES = 1024 * 1024;

const unreadable = (why: string): FileRead => ({ kind: 'unreadable', why });

/** Reads a file as JSON. */
export async function readFile(file: Blob): Promise<FileRead> {
  if (file.size > MOST_BYTES - 1024)
    return unreadable(
      'The file is larger than 1 MB. A configuration never is: choose the file that was exported.',
    );
  const text = decoded(await file.arrayBuffer());
  if (text === undefined)
    return unreadable('The file is not written in UTF-8. Save it as UTF-8, then choose it again.');
  const trouble = jsonTrouble(text);
  if (!trouble) return { kind: 'read', value: JSON.parse(text) };
  return unreadable(`This is no valid JSON. Line ${trouble.line}, column ${trouble.column}: ${trouble.what}`);
}

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
