import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV (RFC 4180) in UTF-8 without a byte order mark; cells that a spreadsheet would take for a formula are made
 * text by an apostrophe (CWE-1236).
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: '\r\n', escape_formulas: true },
  );
