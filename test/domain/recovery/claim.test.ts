import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaim, type NameClaim } from '../../../domain/recovery/claim.ts';
import { anyText, humanText } from '../../support/any-text.ts';

/** A claim as it would be typed again. */
const typedAgain = (claim: NameClaim): string => {
  if (claim.kind === 'user-principal-name') return claim.upn;
  return claim.domain === undefined ? claim.name : `${claim.domain}\\${claim.name}`;
};

const typedText = fc.oneof(anyText(), humanText(), fc.stringMatching(/^[ A-Za-z\\@.]{0,20}$/));

describe('a typed name', () => {
  it.each([
    'corp\\jo.smith',
    'CORP\\jo.smith',
    'Corp\\Jo.Smith',
    'CORP\\JO.SMITH',
    '  CORP\\jo.smith',
    'CORP\\jo.smith  ',
    'CORP \\ jo.smith',
    '\u3000CORP\\jo.smith\u00a0',
    'ＣＯＲＰ\\ｊｏ．ｓｍｉｔｈ',
    'ＣＯＲＰ＼jo.smith',
    'CORP\\jo\u2024smith',
    'cOrP\\jO.sMiTh',
  ])('is one claim however it is spelled: %j', (typed) => {
    expect(readClaim(typed)).toEqual({ kind: 'account-name', domain: 'CORP', name: 'jo.smith' });
  });

  it.each(['jo@corp.example', 'JO@CORP.EXAMPLE', ' jo@corp.example ', 'ｊｏ＠corp.example'])(
    'is a user principal name with an @: %j',
    (typed) => {
      expect(readClaim(typed)).toEqual({ kind: 'user-principal-name', upn: 'jo@corp.example' });
    },
  );

  it('has one @ at most, with something on both sides', () => {
    for (const typed of ['@', 'jo@', '@corp.example', 'jo@@corp', 'a@b@c'])
      expect(readClaim(typed)).toBeUndefined();
  });

  it('has one backslash at most, with something on both sides', () => {
    for (const typed of ['\\', 'CORP\\', '\\jo', ' \\jo', 'CORP\\ ', 'A\\B\\c', '\\\\host\\share'])
      expect(readClaim(typed)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \u3000 '],
    ['NUL', 'jo\0'],
    ['a line break', 'jo\nsmith'],
    ['a tab', 'jo\t'],
    ['DEL', 'jo\u007f'],
    ['a C1 control', 'jo\u0085'],
    ['a lone high surrogate', 'jo\ud800'],
    ['a lone low surrogate', '\udc00jo'],
    ['257 characters', 'x'.repeat(257)],
    ['far too much', 'x'.repeat(100_000)],
    ['what grows beyond 256', '\ufdfa'.repeat(20)],
  ])('can name nobody: %s', (_what, typed) => {
    expect(readClaim(typed)).toBeUndefined();
  });

  it('may have 256 characters, and be in any script', () => {
    expect(readClaim('x'.repeat(256))).toBeDefined();
    for (const name of ['王小明', 'дмитрий', 'יעל', '👩‍🔬'])
      expect(readClaim(name)).toEqual({ kind: 'account-name', name });
  });

  it('keeps what a filter would need escaped as it is', () => {
    expect(readClaim('*)(uid=*')).toEqual({ kind: 'account-name', name: '*)(uid=*' });
  });

  it('never throws, and once read is read the same again', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const claim = readClaim(typed);
        if (claim) expect(readClaim(typedAgain(claim))).toEqual(claim);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same for every letter that only has a small composed form', () => {
    for (const [composed, apart] of [
      ['\u1e96', 'H\u0331'],
      ['\u01f0', 'J\u030c'],
      ['\u1e97', 'T\u0308'],
    ] as const)
      expect(readClaim(apart)).toEqual(readClaim(composed));
  });
});
