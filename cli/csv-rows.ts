/** Reads CSV (RFC 4180), with or without a byte order mark, as its rows of cells; an empty line is a row of one empty cell. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [found, quoted, plain = '', after] of text.replace(/^\uFEFF/, '').matchAll(CELL)) {
    // At the very end there is always one more cell of nothing.
    if (found === '') break;
    row.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (after === ',') continue;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** A cell, in quotation marks or not, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;
