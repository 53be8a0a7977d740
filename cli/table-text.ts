/** Columns as wide as their widest cell, at most so wide that a line can still be read. */
export function columnWidths(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  return head.map((title, at) => {
    const widest = rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), title.length);
    return Math.min(widest, MOST);
  });
}

const MOST = 60;

/** Rows as lines for people; the last cell of a row is as long as it is. */
export const rowsText = (widths: readonly number[], rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');

/** A whole table for people, its head first. */
export const tableText = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rowsText(columnWidths(head, rows), [head, ...rows]);
