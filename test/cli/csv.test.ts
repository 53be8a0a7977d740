import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../cli/csv-rows.ts';
import { csvText } from '../../client/csv-text.ts';
import { namesIn } from '../../cli/names-in.ts';

const names = (text: string) => namesIn(text).map(({ row, name }) => `${row} ${name}`);

describe('CSV that the command line writes', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('holds %j as text, not as a formula', (cell) => {
    expect(csvText([['name', cell]])).toMatch(/^name,"?'/);
  });

  it('comes back as it was, whatever is in it', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text === text.trim() && !/^[=+\-@＝＋－＠]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        expect(csvRows(csvText(rows))).toEqual(rows);
      }),
    );
  });
});

describe('names from a file', () => {
  it('are one a line, in the rows they stand in', () => {
    expect(names('\uFEFFalice\r\n\r\n CORP\\bob \nlena')).toEqual(['1 alice', '3 CORP\\bob', '4 lena']);
  });

  it('are the column of that name where there is one, without the mark of a text', () => {
    expect(names('row,name,reason\r\n4,nobody,"no such user, or more than one"\r\n')).toEqual(['2 nobody']);
    expect(names("Username,Mail\n'-dash,x\n")).toEqual(['2 -dash']);
  });

  it('come back from what was written of them', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text === text.trim() && !/^['＝＋－＠]/.test(text));
    fc.assert(
      fc.property(fc.array(name), (all) => {
        const text = csvText([['name', 'reason'], ...all.map((each) => [each, 'x'])]);
        expect(namesIn(text).map((row) => row.name)).toEqual(all);
      }),
    );
  });
});
