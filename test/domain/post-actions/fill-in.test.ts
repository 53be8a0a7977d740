import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, type MacroFacts } from '../../../domain/post-actions/fill-in.ts';
import { MACROS } from '../../../domain/policy/post-action.ts';

const FACTS: MacroFacts = {
  username: 'jo',
  domain: 'CORP',
  displayName: 'Jo Okafor',
  mail: '',
  action: 'reset',
  at: '2026-11-22T12:05:00.000Z',
  reference: 'K7PM-3QRT',
  userConfiguration: 'Everyone',
  organization: 'Example Ltd',
};

/** What somebody hostile would call themselves: macros, quotes, line ends, patterns of replace, halves of characters. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...MACROS.map((macro) => `%${macro}%`),
        '%',
        '$&',
        '$1',
        '"',
        "'",
        '\\',
        '\n',
        '\r',
        '\0',
        '\u2028',
        '\ud800',
        '${',
        '}}',
      ),
    )
    .map((parts) => parts.join('')),
);
const facts = fc.record(
  Object.fromEntries(MACROS.map((macro) => [macro, hostile])) as Record<keyof MacroFacts, typeof hostile>,
);

describe('a text with macros', () => {
  it.each([
    ['%username% of %domain%: %action%', 'jo of CORP: reset'],
    ['%mail%|%organization%', '|Example Ltd'],
    ['100% of %nothing% and %USERNAME% stay %%username%%', '100% of %nothing% and %USERNAME% stay %jo%'],
    ['no macro at all', 'no macro at all'],
  ])('%s', (text, filled) => {
    expect(fillIn(text, FACTS)).toBe(filled);
  });

  it('is what stands around the macros, with each value in its place and on one line', () => {
    fc.assert(
      fc.property(
        facts,
        fc.array(fc.tuple(fc.stringMatching(/^[a-z |{}":]*$/), fc.constantFrom(...MACROS)), { maxLength: 6 }),
        (known, pieces) => {
          const template = pieces.map(([around, macro]) => `${around}%${macro}%`).join('');
          const shown = (value: string) =>
            value
              .toWellFormed()
              .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
              .trim();
          const filled = fillIn(template, known);
          expect(filled).toBe(pieces.map(([around, macro]) => around + shown(known[macro])).join(''));
          expect(filled).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          expect(filled.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('keeps a hostile value within the JSON string it is put into', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const text = fillIn('Hello %displayName%, %mail%', known);
        expect(JSON.parse(JSON.stringify({ text, admin: false }))).toEqual({ text, admin: false });
      }),
    );
  });
});
