import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonTrouble } from '../../console/import-export/json-trouble.ts';

describe('a file that is to be imported', () => {
  it.each([
    ['', 1, 1, /The file ends here; a value should be/],
    ['{"a": 1,}', 1, 9, /There is “}” here; a key in double quotes should be/],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, /There is “"” here; a comma or } should be/],
    ['[1, 2', 1, 6, /The file ends here; a comma or ] should be/],
    ['{"a" 1}', 1, 6, /a colon should be/],
    ["{'a': 1}", 1, 2, /a key in double quotes/],
    ['{"a": "b\n"}', 1, 7, /not closed by a double quote/],
    ['{"a": 01}', 1, 7, /a value should be/],
    ['{"a": nul}', 1, 7, /a value should be/],
    ['{} x', 1, 4, /nothing more should be/],
    ['{"a": {"b": 1, "\\u0062": 2}}', 1, 16, /The key “b” is in this object twice/],
    ['['.repeat(200), 1, 102, /deeper than 100 levels/],
  ])('says where %j is wrong', (text, line, column, what) => {
    expect(jsonTrouble(text)).toEqual({ line, column, what: expect.stringMatching(what) as string });
  });

  it('is taken when it is JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        expect(jsonTrouble(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
      }),
    );
  });

  it('is refused exactly when JSON.parse refuses it, but for keys that are there twice', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const trouble = jsonTrouble(text);
        if (trouble?.what.includes('twice') === true) return;
        expect(trouble === undefined, text).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
