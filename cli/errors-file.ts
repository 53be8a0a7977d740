import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { csvText } from '../client/csv-text.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
import type { NamedRow } from './names-in.ts';

/** Somebody who could not be done, and why. */
export interface NotDone extends NamedRow {
  readonly reason: string;
}

/** `people.errors.csv` beside `people.txt`, unless another one is named. */
export function errorsFileFor({
  errors,
  file,
}: {
  readonly errors?: string;
  readonly file?: string;
}): string {
  if (errors !== undefined) return errors;
  if (file === undefined || file === '-') return 'latchkey.errors.csv';
  const { dir, name } = path.parse(file);
  return path.join(dir, `${name.replace(/\.errors$/, '')}.errors.csv`);
}

/** Writes down who could not be done, and ends the command: partly done, or failed where nobody was. */
export async function endPartly(notDone: readonly NotDone[], file: string, all: number): Promise<never> {
  const rows = notDone.map(({ row, name, reason }) => [row === 0 ? '' : String(row), name, reason]);
  await writeFile(file, csvText([['row', 'name', 'reason'], ...rows]));
  throw new CommandEnds(
    notDone.length < all ? EXIT.partly : EXIT.failed,
    `${notDone.length} of ${all} could not be done. ${file} says why; put right, it can be given as --file.`,
  );
}
