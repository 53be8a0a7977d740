import fc from 'fast-check';

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0x24f }) },
  { weight: 2, arbitrary: fc.integer({ min: 0x300, max: 0x36f }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
);

/** Any text: controls, combining marks, lone surrogates and all; up to `maxLength` UTF-16 units. */
export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));

const letters = fc.constantFrom(
  ...Array.from('aàéßẞİıŉǰẖΣσςχאבمش語カーｶ字💩🇫🇷'),
  '👩‍🔬',
  '\u0331',
  '\u0308',
  ' ',
  '\u00a0',
  '\u3000',
  "'",
  '’',
  '′',
  '-',
  '–',
);

/** What people truly type, mixed without mercy. */
export const humanText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.array(letters, { maxLength }).map((parts) => parts.join(''));
