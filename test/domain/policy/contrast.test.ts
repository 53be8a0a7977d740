import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, isColour, LEAST_CONTRAST } from '../../../domain/policy/contrast.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours', () => {
  // From WebAIM's checker and the worked examples of WCAG's techniques G17 and G18.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#FFFFFF', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
    ['#00ff00', '#000000', 15.3],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  });

  it('draws the line of WCAG between the two greys it is known for', () => {
    expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(LEAST_CONTRAST);
  });

  it('lies between 1 and 21, and does not depend on the order', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrast(one, other);
        expect(ratio).toBe(contrast(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
    );
  });

  it.each(['', 'red', '#fff', '#12345g', '#1234567', ' #123456', '#123456;}body{'])(
    'is none where one is no colour: %j',
    (text) => {
      expect(isColour(text)).toBe(false);
      expect(contrast(text, '#ffffff')).toBeNaN();
      expect(contrast('#ffffff', text) >= LEAST_CONTRAST).toBe(false);
    },
  );
});
