import type { Registration } from '../../client/client.ts';

/** What a spreadsheet would take for the beginning of a formula; full-width forms too. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A cell that stays text wherever it is opened (CWE-1236), quoted as RFC 4180 has it. */
function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180), each with its line end. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Without it spreadsheets on Windows read other alphabets than their own wrongly. */
export const BYTE_ORDER_MARK = '\ufeff';

/** The columns of the report, as `latchkey registrations report --csv` has them. */
export const REPORT_COLUMNS: readonly string[] = [
  'name',
  'display name',
  'status',
  'user configuration',
  'methods',
  'changed',
  'good until',
  'distinguished name',
];

export const reportCells = (row: Registration): readonly string[] => [
  row.name,
  row.displayName,
  row.status,
  row.userConfiguration ?? '',
  row.methods.join(' '),
  row.changedAt ?? '',
  row.goodUntil ?? '',
  row.distinguishedName,
];
