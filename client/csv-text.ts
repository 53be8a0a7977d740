import { stringify } from 'csv-stringify/browser/esm/sync';

/**
 * Rows as CSV (RFC 4180), each with its line end, without a byte order mark; cells that a spreadsheet would take for a
 * formula are made text by an apostrophe (CWE-1236). For browsers and Node alike.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    // A lone line break is quoted too (RFC 4180 §2.6), not only the one that ends a row.
    { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ },
  );
