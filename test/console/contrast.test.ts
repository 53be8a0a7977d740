import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, isColour, ratioWords } from '../../console/branding/contrast.ts';
import { LARGEST_LOGO } from '../../console/branding/read-logo.ts';
import { LARGEST_LOGO as TAKEN } from '../../domain/administration/mistakes/logo.ts';
import { contrast as judged, isColour as taken } from '../../domain/policy/contrast.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('the console shows the contrast that the service judges by', () => {
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      expect(contrast(one, other)).toBeCloseTo(judged(one, other), 10);
    }),
  );
});

test('the console takes as a colour what the service takes', () => {
  fc.assert(
    fc.property(fc.oneof(colour, fc.string({ maxLength: 8 })), (text) => {
      expect(isColour(text)).toBe(taken(text));
    }),
  );
});

test('the console takes logos as large as the service does', () => {
  expect(LARGEST_LOGO).toBe(TAKEN);
});

test('a contrast that is not enough is never rounded to one that is', () => {
  expect(ratioWords(4.4999)).toBe('4.49 : 1');
});
