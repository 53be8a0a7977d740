import { stringify } from 'csv-stringify/sync';

/** Where a command talks: data on one stream, talk on the other, so that a pipe gets data and nothing else. */
export interface Terminal {
  readonly data: (text: string) => void;
  readonly talk: (text: string) => void;
  /** A person is watching: progress is drawn, questions are asked. */
  readonly interactive: boolean;
  /** Asks and reads one line; the answer to a secret is not shown. */
  readonly ask: (question: string, secret?: boolean) => Promise<string>;
  /** Everything that is piped in. */
  readonly piped: () => Promise<string>;
}

/** Rows as a table for people: columns as wide as their widest cell. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) =>
      row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

/**
 * Rows as CSV (RFC 4180) with a byte order mark left out; cells that a spreadsheet would take for a formula are made
 * text (CWE-1236).
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: '\r\n', escape_formulas: true },
  );
