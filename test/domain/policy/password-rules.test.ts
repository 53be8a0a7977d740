import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from '../../../adapters/breached-list/common-passwords.ts';
import { filetimeToMs, passwordProblems, ruleProblems } from '../../../domain/policy/password-rules.ts';
import type { Account } from '../../../domain/ports/account.ts';
import type { PasswordRules } from '../../../domain/ports/password-rules.ts';
import { anyText } from '../../support/any-text.ts';
import { anAccount, filetime, RULES } from '../../support/scripted-account.ts';
import { NOW } from '../../support/product.ts';

const problems = (
  password: string,
  account: Partial<Account> = {},
  rules: Partial<PasswordRules> = {},
  bannedWords: readonly string[] = [],
) =>
  ruleProblems(password, {
    account: anAccount('jo', account),
    rules: { ...RULES, minimumLength: 8, ...rules },
    bannedWords,
  });

describe('a new password', () => {
  it.each([
    ['upper, lower, digits', 'Abcdefg1'],
    ['upper, lower, others', 'Abcdefg!'],
    ['lower, digits, others', 'abcdef1!'],
    ['lower, digits, letters without case', 'abcdef1カ'],
    ['digits, others, letters without case', '123456!漢'],
    ['upper, lower, letters without case', 'Abcdefgא'],
    ['accented capitals and small letters, digits', 'Éèèèèèè1'],
    ['four kinds', 'Abcdef1!'],
  ])('is complex enough with %s', (_what, password) => {
    expect(problems(password)).toEqual([]);
  });

  it.each([
    ['small letters', 'abcdefgh'],
    ['upper and lower', 'Abcdefgh'],
    ['digits and others', '1234567!'],
    ['kana and digits', 'カタカナひら12'],
    ['lower and letters without case', 'abcdef漢字'],
    ['lower, digits and a currency sign, which is no symbol', 'abcdef1€'],
    ['lower, digits and a blank, which is no symbol', 'abc def1'],
    ['lower, digits and a picture', 'abcdef1🦊'],
    ['lower, digits and a letter beyond the first plane', 'abcdef1𠮷'],
    ['lower, digits and digits of another script', 'abcdef1٣'],
  ])('is not complex enough with only %s', (_what, password) => {
    expect(problems(password)).toEqual(['password-not-complex']);
    expect(problems(password, {}, { complexity: false })).toEqual([]);
  });

  it('is counted in UTF-16 units, as Active Directory counts', () => {
    expect(problems('Aa1🦊🦊', {}, { minimumLength: 7 })).toEqual([]);
    expect(problems('Aa1🦊🦊', {}, { minimumLength: 8 })).toEqual(['password-too-short']);
  });

  it('may have 256 units and no more', () => {
    expect(problems(`Aa1${'x'.repeat(253)}`)).toEqual([]);
    expect(problems(`Aa1${'x'.repeat(254)}`)).toEqual(['password-too-long']);
  });

  it.each(['', '\0', 'Abc\u00071234', 'Abc\ud8001234', 'Abcdefg1\n'])('is none at all: %j', (password) => {
    expect(problems(password)).toEqual([password === '' ? 'password-missing' : 'password-unusable']);
  });

  it('must not say the account name from three characters, in any case', () => {
    expect(problems('xJO.Smithx1', { username: 'jo.smith' })).toEqual(['password-says-name']);
    expect(problems('xJOx1abc', { username: 'jo' })).toEqual([]);
    expect(problems('xJODx1abc', { username: 'jod' })).toEqual(['password-says-name']);
    expect(problems('xJO.Smithx1', { username: 'jo.smith' }, { complexity: false })).toEqual([]);
  });

  it.each([
    ['Anna-Maria Öztürk', 'Xmaria123'],
    ['Öztürk, Anna', 'XÖZTÜRK1x'],
    ['Anna_Maria.Lopez', 'Xlopez123'],
    ['Anna #Lopez\tde la Cruz', 'Xcruz1234'],
  ])('must not say a part of the display name %j', (displayName, password) => {
    expect(problems(password, { displayName })).toEqual(['password-says-name']);
  });

  it.each([
    ['at no other blank', 'Li\u3000Wu', 'Xli\u3000wu12', 'Xliwu123!'],
    ['at no other mark', 'Li+Wu/Ann', 'Xli+wu/ann1', 'Xann12345'],
  ])('splits a display name %s', (_what, displayName, says, saysNot) => {
    expect(problems(says, { displayName })).toEqual(['password-says-name']);
    expect(problems(saysNot, { displayName })).toEqual([]);
  });

  it('knows a letter in any case, wherever it stands', () => {
    expect(problems('xΝΊΚΟΣx1', { displayName: 'Νίκος' })).toEqual(['password-says-name']);
    expect(problems('xνίκοςx1A', { displayName: 'ΝΊΚΟΣ' })).toEqual(['password-says-name']);
  });

  it('may say parts of the display name with one or two characters, or the whole of two parts', () => {
    expect(problems('XLiWu1234', { displayName: 'Li Wu' })).toEqual([]);
    expect(problems('Xliwu1234', { displayName: 'Li-Wu' })).toEqual([]);
  });

  it('tells all that is wrong at once', () => {
    expect(problems('abc', { username: 'abc' }, {}, ['bc'])).toEqual([
      'password-too-short',
      'password-not-complex',
      'password-says-name',
      'password-says-banned-word',
    ]);
  });

  it('must not have a banned word in it, where there is no complexity rule either', () => {
    expect(problems('Xy@cm3y12', {}, {}, ['Acme'])).toEqual(['password-says-banned-word']);
    expect(problems('xxacmexx', {}, { complexity: false }, ['Acme'])).toEqual(['password-says-banned-word']);
    expect(problems('Xyaxme12', {}, {}, ['Acme'])).toEqual([]);
  });

  it('is taken as it is typed: no blank is cut off, no letter folded', () => {
    expect(problems('  Ab1!  ')).toEqual([]);
    expect(problems('ａｂｃｄｅｆｇｈ')).toEqual(['password-not-complex']);
  });

  it('never makes the judge throw', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (password, displayName) => {
        expect(Array.isArray(problems(password, { displayName }))).toBe(true);
      }),
    );
  });

  it('is looked for among the breached ones when all else is right', async () => {
    const judge = (password: string) =>
      passwordProblems({ breached: commonPasswords() }, password, {
        account: anAccount('jo'),
        rules: RULES,
        bannedWords: [],
      });
    expect(await judge('Summer2026!')).toEqual(['password-too-common']);
    expect(await judge('Quiet-Harbour-42')).toEqual([]);
  });
});

describe('the time of a password', () => {
  it('is reckoned from a time that survives the conversion', () => {
    expect(filetimeToMs(filetime(NOW))).toBe(NOW);
    expect(filetimeToMs('116444736000000000')).toBe(0);
  });
});
