import type { WrittenDocument } from '../client/api-types.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
import { readTextFile } from './read-file.ts';
import type { Terminal } from './terminal.ts';

/** A file as JSON; whether it is a configuration is for the API to say, with all its mistakes at once. */
export async function readDocument(terminal: Terminal, file: string): Promise<WrittenDocument> {
  const text = await readTextFile(terminal, file);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as WrittenDocument;
  } catch (cause) {
    throw new CommandEnds(
      EXIT.found,
      `${file} is not JSON: ${(cause as Error).message}. Nothing has been changed.`,
    );
  }
}
