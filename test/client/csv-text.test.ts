import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../client/csv-text.ts';

/** Reads CSV as RFC 4180 has it. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('a registrations report as CSV', () => {
  it('quotes what RFC 4180 says, and ends each row with CR LF', () => {
    expect(
      csvText([
        ['a', 'b,c'],
        ['d "e"', 'f\ng'],
      ]),
    ).toBe('a,"b,c"\r\n"d ""e""","f\ng"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1'])(
    'keeps %j from being a formula',
    (cell) => {
      expect(parsed(csvText([[cell, 'x']]))).toEqual([[`'${cell}`, 'x']]);
    },
  );

  it('keeps every cell as it is, but for that', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }));
    fc.assert(
      fc.property(cells, (rows) => {
        const back = parsed(csvText(rows)).map((row) => row.map((cell) => cell.replace(/^'/, '')));
        expect(back).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))));
      }),
    );
  });
});
