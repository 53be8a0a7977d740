import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivedId, idTrouble } from '../../console/parts/derived-id.ts';

test('any name makes an id that may be used, and that is not taken', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 90 }),
        fc.constantFrom('a', 'Sales & Märkte', '営業部', '--'),
      ),
      fc.integer({ min: 0, max: 20 }),
      (name, many) => {
        const taken: string[] = [];
        for (let each = 0; each <= many; each++) taken.push(derivedId(name, taken));
        expect(new Set(taken).size).toBe(taken.length);
        for (const id of taken) expect(idTrouble(id, [])).toBeUndefined();
      },
    ),
  );
});

test('the id of a name can be recognised', () => {
  expect(derivedId('Sales & Märkte', [])).toBe('sales-markte');
  expect(derivedId('Sales', ['sales', 'sales-2'])).toBe('sales-3');
});

test('an id that is taken, or is none, is refused with what to do', () => {
  expect(idTrouble('sales', ['sales'])).toMatch(/“sales” is taken.*Choose another id/);
  expect(idTrouble('Sales', [])).toMatch(/small letters/);
});
