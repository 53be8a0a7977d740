import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysBannedWord } from '../../../domain/policy/banned-words.ts';
import { anyText } from '../../support/any-text.ts';

/** Ways to put something else for a letter. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'A', '4', '@', 'á', 'Å'],
  b: ['b', 'B', '8', '6'],
  c: ['c', 'C', '(', 'ç'],
  e: ['e', 'E', '3', '€', 'é'],
  g: ['g', 'G', '6', '9'],
  i: ['i', 'I', '1', '!', '|', 'İ', 'ı'],
  l: ['l', 'L', '1', '!', '|', '7', '£'],
  o: ['o', 'O', '0', 'ö'],
  s: ['s', 'S', '5', '$', 'ſ'],
  t: ['t', 'T', '7', '+'],
  z: ['z', 'Z', '2'],
};
const letters = Object.keys(SPELLINGS).join('');
const word = fc.stringMatching(new RegExp(`^[${letters}]{3,12}$`));

describe('a banned word', () => {
  it.each([
    ['Example', 'my-example-1'],
    ['example', 'MYEXAMPLE1'],
    ['Example', '3x@mpl3'],
    ['Example', 'ExamP1e2026'],
    ['Straße', 'hauptSTRASSE1'],
    ['München', 'munchen2026'],
    ['Zürich', 'Zürich#1'],
    ['Παράδειγμα', 'ΠΑΡΆΔΕΙΓΜΑ1'],
    ['会社', 'わたしの会社1'],
    ['ｅｘａｍ', 'Exam-time'],
    ['h4ck', 'xH4CKx'],
    [' acme ', 'acme1234'],
  ])('%s is found in %s', (banned, password) => {
    expect(saysBannedWord(password, [banned])).toBe(true);
  });

  it.each([
    ['Example', 'ex-ample'],
    ['Example', 'exampel'],
    ['mail', 'mall-2026'],
    ['h4ck', 'hack'],
    ['', 'anything'],
    ['\u0301', 'anything'],
    ['acme', ''],
  ])('%j is not found in %s', (banned, password) => {
    expect(saysBannedWord(password, [banned])).toBe(false);
  });

  it('is found however its letters are written, and whatever stands around it', () => {
    const spelled = word.chain((banned) =>
      fc
        .tuple(...Array.from(banned, (letter) => fc.constantFrom(...(SPELLINGS[letter] ?? [letter]))))
        .map((parts) => ({ banned, written: parts.join('') })),
    );
    fc.assert(
      fc.property(
        spelled,
        anyText(),
        anyText(),
        fc.array(word),
        ({ banned, written }, before, after, others) => {
          expect(saysBannedWord(`${before} ${written} ${after}`, [...others, banned])).toBe(true);
        },
      ),
    );
  });

  it('is found by its own letters only: a password that shares none of them is free', () => {
    fc.assert(
      fc.property(word, fc.stringMatching(/^[dfhjkmnpqruvwxyDFHJKMNPQRUVWXY\-_.]*$/), (banned, password) => {
        expect(saysBannedWord(password, [banned])).toBe(false);
      }),
    );
  });

  it('is never found no longer when more is typed', () => {
    fc.assert(
      fc.property(anyText(), fc.stringMatching(/^[ -~]*$/), fc.array(anyText()), (password, more, words) => {
        if (saysBannedWord(password, words)) expect(saysBannedWord(`${password} ${more}`, words)).toBe(true);
      }),
    );
  });
});
