import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, negotiate } from '../../portal/negotiate.ts';

const available = ['en', 'fr', 'es', 'zh-CN', 'zh-TW', 'pt-BR'];

describe('the language of a page', () => {
  test('is what was picked, before what was stored, before what the browser asks for', () => {
    expect(negotiate({ query: 'fr', cookie: 'es', acceptLanguage: 'zh-CN' }, available)).toBe('fr');
    expect(negotiate({ cookie: 'es', acceptLanguage: 'zh-CN' }, available)).toBe('es');
    expect(negotiate({ acceptLanguage: 'zh-CN' }, available)).toBe('zh-CN');
    expect(negotiate({}, available)).toBe('en');
  });

  test.each([
    ['fr-CA', 'fr'],
    ['FR-be', 'fr'],
    ['zh', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['pt-PT', 'pt-BR'],
    ['de, fr;q=0.5, es;q=0.9', 'es'],
    ['fr;q=0, es', 'es'],
    ['*, fr;q=0.1', 'fr'],
    ['xx-malformed-tag-that-is-far-too-long-to-be-one, fr', 'fr'],
    ['de;q=banana', 'en'],
  ])('for "%s" is %s', (acceptLanguage, expected) => {
    expect(negotiate({ acceptLanguage }, available)).toBe(expected);
  });

  test('is always one that there is, whatever is sent', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zA-Z0-9;,=.* -]{0,80}$/));
    fc.assert(
      fc.property(text, text, text, (query, cookie, acceptLanguage) => {
        expect(available).toContain(negotiate({ query, cookie, acceptLanguage }, available));
      }),
    );
  });

  test('has a direction', () => {
    expect(['en', 'ar', 'ar-EG', 'HE', 'zh-TW'].map(directionOf)).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
    ]);
  });
});
