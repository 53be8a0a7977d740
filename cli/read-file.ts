import { readFile } from 'node:fs/promises';
import { CommandEnds, EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The text of a file, or of what is piped in for `-`. Ends the command where there is none. */
export async function readTextFile({ piped }: Pick<Terminal, 'piped'>, file: string): Promise<string> {
  if (file === '-') {
    const text = await piped();
    if (text === undefined)
      throw new CommandEnds(EXIT.usage, 'Nothing is piped in. Name a file in place of -.');
    return text;
  }
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandEnds(EXIT.usage, `${file} could not be read: ${(cause as Error).message}`);
  }
}
