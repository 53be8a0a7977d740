import { csvRows } from './csv-rows.ts';

/** A name, and the row of the file it stands in; 0 for one of the command line. */
export interface NamedRow {
  readonly row: number;
  readonly name: string;
}

/**
 * The user names in a file: one a line, or the column `name` (or `username`) of a CSV with a header, such as a report or an
 * errors file.
 */
export function namesIn(text: string): readonly NamedRow[] {
  const [head = [], ...rest] = csvRows(text);
  const titles = head.map((title) => title.toLowerCase());
  const column = titles.findIndex((title) => title === 'name' || title === 'username');
  const named = (rows: readonly (readonly string[])[], at: number, first: number) =>
    rows.flatMap((cells, index) => {
      const name = withoutMark(cells[at] ?? '').trim();
      return name === '' ? [] : [{ row: first + index, name }];
    });
  return column === -1 ? named([head, ...rest], 0, 1) : named(rest, column, 2);
}

/** The apostrophe that keeps spreadsheets from taking a name for a formula is no part of it. */
const withoutMark = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');
