import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NORMALISATIONS, normalisationOf, normalise } from '../../../domain/questionnaire/normalise.ts';
import { anyText, humanText } from '../../support/any-text.ts';

const text = fc.oneof(anyText(60), humanText(60));

/** Every character below the third plane that has another form, or joins, parts or marks its neighbours. */
function* characters(): Generator<string> {
  for (let point = 0x20; point < 0x20000; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    const folds = character.toLowerCase() !== character.toUpperCase();
    if (folds || character.normalize('NFKC') !== character || /[\p{P}\p{M}\p{S}\p{Z}\p{Cf}]/u.test(character))
      yield character;
  }
}

describe('a normalised answer', () => {
  it('stays as it is when normalised again, whatever it was', () => {
    fc.assert(
      fc.property(text, (answer) => {
        const once = normalise(answer);
        if (once !== undefined) expect(normalise(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays as it is with every single character, alone and among letters', () => {
    const unsteady: string[] = [];
    for (const character of characters())
      for (const answer of [character, `a${character}σ`, `Σ${character}a`]) {
        const once = normalise(answer);
        if (once !== undefined && normalise(once) !== once) unsteady.push(JSON.stringify(answer));
      }
    expect(unsteady).toEqual([]);
  });

  it('does not tell capitals from small letters, in any script', () => {
    const different: string[] = [];
    for (const character of characters()) {
      const answer = `a${character}a`;
      const spellings = [answer, answer.toUpperCase(), answer.toLowerCase()].map((each) => normalise(each));
      if (new Set(spellings).size > 1) different.push(character);
    }
    expect(different).toEqual([]);
  });

  it.each([
    ['capitals', 'MAIN STREET'],
    ['more blanks', '  main \t\u00a0 street\r\n'],
    ['wide letters', 'ｍａｉｎ　ｓｔｒｅｅｔ'],
  ])('does not tell apart: %s', (_what, spelling) => {
    expect(normalise(spelling)).toBe('main street');
  });

  it('takes every dash and quotation mark for the plain one', () => {
    for (const dash of '‐‑‒–—―−﹘﹣－') expect(normalise(`a${dash}b`)).toBe('a-b');
    for (const quote of '‘’‚‛′ʼ＇') expect(normalise(`o${quote}brien`)).toBe("o'brien");
    for (const quote of '“”„‟＂') expect(normalise(`${quote}x`)).toBe('"x');
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(normalise('Zoe\u0308')).toBe(normalise('ZOË'));
    expect(normalise('STRAẞE')).toBe(normalise('strasse'));
    expect(normalise('ΟΔΟΣ')).toBe(normalise('οδος'));
  });

  it('keeps what other products lose: & < > and quotation marks', () => {
    expect(normalise(`A & B <c> "d" 'e'`)).toBe(`a & b <c> "d" 'e'`);
  });

  it('keeps emoji, and letters that run from the right, with their marks', () => {
    for (const answer of ['👩‍👩‍👧 🇫🇷', 'שָׁלוֹם', 'مدرسة']) expect(normalise(answer)).toBe(answer.normalize('NFKC'));
  });

  it.each([
    ['NUL', 'a\0'],
    ['escape', '\u001b[31m'],
    ['DEL', 'a\u007f'],
    ['a lone surrogate', 'a\ud83d'],
    ['129 characters', 'x'.repeat(129)],
    ['what grows beyond 128', '\ufdfa'.repeat(10)],
    ['far too much', 'x'.repeat(100_000)],
  ])('is nothing at all for %s', (_what, answer) => {
    expect(normalise(answer)).toBeUndefined();
  });

  it('may have 128 characters, however many bytes they take', () => {
    expect(normalise('🦊'.repeat(128))).toBe('🦊'.repeat(128));
  });
});

describe('an answer whose capitals count', () => {
  const exact = (answer: string) => normalise(answer, NORMALISATIONS.exact);

  it('keeps them, and is made plain in all else', () => {
    expect(exact('  Mc\u00a0 Donald ')).toBe('Mc Donald');
    expect(exact('ＡＣ–ｄｃ')).toBe('AC-dc');
    expect(exact('O’Brien')).toBe("O'Brien");
    expect(exact('MAIN')).not.toBe(exact('main'));
    expect(exact('STRAẞE')).toBe('STRAẞE');
  });

  it('stays as it is when normalised again, whatever it was', () => {
    fc.assert(
      fc.property(text, (answer) => {
        const once = exact(answer);
        if (once !== undefined) expect(exact(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never equal to one that it would differ from without its capitals', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('upper', 'lower', 'blanks'), (answer, how) => {
        const other = {
          upper: answer.toUpperCase(),
          lower: answer.toLowerCase(),
          blanks: ` ${answer}  `,
        }[how];
        const [one, two] = [exact(answer), exact(other)];
        if (one !== undefined && one === two) expect(normalise(answer)).toBe(normalise(other));
        if (how === 'blanks') expect(one).toBe(two);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the rule for new answers where the question says so', () => {
    expect(normalisationOf({ caseSensitive: true })).toBe(2);
    expect(normalisationOf({ caseSensitive: false })).toBe(1);
  });
});
