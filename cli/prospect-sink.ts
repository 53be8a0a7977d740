import { open } from 'node:fs/promises';
import type { Prospect } from '../client/api-types.ts';
import { csvText } from '../client/csv-text.ts';
import { PRE_FLIGHT_COLUMNS, prospectCells } from '../client/pre-flight-report.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';
import { columnWidths, rowsText } from './table-text.ts';

/** Where the people of a pre-flight are written to, as the pages come. */
export interface ProspectSink {
  readonly write: (rows: readonly Prospect[]) => Promise<void> | void;
  readonly end: () => Promise<void> | void;
}

/** A CSV file. Ends the command when it cannot be written. */
export async function fileSink(file: string): Promise<ProspectSink> {
  const cannot = (cause: unknown): never => {
    throw new CommandEnds(EXIT.usage, `${file} could not be written: ${(cause as Error).message}`);
  };
  const handle = await open(file, 'w').catch(cannot);
  const put = (text: string): Promise<void> => handle.appendFile(text).catch(cannot);
  await put(csvText([PRE_FLIGHT_COLUMNS]));
  return { write: (rows) => put(csvText(rows.map(prospectCells))), end: () => handle.close() };
}

/** Standard output: a table, CSV, or a JSON object a line. */
export function terminalSink({ data }: Pick<Terminal, 'data'>, form: 'table' | 'csv' | 'json'): ProspectSink {
  if (form === 'csv') data(csvText([PRE_FLIGHT_COLUMNS]));
  let widths: readonly number[] | undefined;
  const table = (rows: readonly Prospect[]): string => {
    const cells = rows.map(prospectCells);
    const lines = widths ? cells : [PRE_FLIGHT_COLUMNS, ...cells];
    widths ??= columnWidths(PRE_FLIGHT_COLUMNS, cells);
    return rowsText(widths, lines);
  };
  const write = {
    table,
    csv: (rows: readonly Prospect[]) => csvText(rows.map(prospectCells)),
    json: (rows: readonly Prospect[]) => rows.map((row) => JSON.stringify(row)).join('\n'),
  }[form];
  return {
    write: (rows) => {
      if (rows.length > 0) data(write(rows));
    },
    end: () => undefined,
  };
}
