import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGS, OFFERED_LANGUAGES } from '../../portal/catalogs/catalogs.ts';
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
    ['fr-Latn-CA-x-private', 'fr'],
    ['en_US, es', 'es'],
    ['ca, xx', 'es'],
    ['ca, fr, en', 'fr'],
    ['br, tlh', 'fr'],
    ['es-419', 'es'],
    ['yue', 'zh-TW'],
    ['zh-Hans-TW', 'zh-CN'],
    ['tlh, ru, ar', 'en'],
  ])('for "%s" is %s', (acceptLanguage, expected) => {
    expect(negotiate({ acceptLanguage }, available)).toBe(expected);
  });

  test.each([
    ['fr-CA', 'fr'],
    ['de-AT, en;q=0.9', 'de'],
    ['gsw', 'de'],
    ['lb', 'de'],
    ['gl', 'es'],
    ['ja-JP', 'ja'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hant', 'en'],
    ['zh-TW, en-US;q=0.9, en;q=0.8', 'en'],
    ['zh-TW, zh;q=0.9, en;q=0.8', 'zh-CN'],
    ['pt, pt-BR', 'en'],
    ['ar', 'en'],
  ])('of those offered for "%s" is %s', (acceptLanguage, expected) => {
    expect(negotiate({ acceptLanguage }, OFFERED_LANGUAGES)).toBe(expected);
  });

  test('prefers a near language that was picked to an exact one that was stored', () => {
    expect(negotiate({ query: 'ca', cookie: 'en' }, available)).toBe('es');
    expect(negotiate({ query: '../../etc/passwd', cookie: 'fr' }, available)).toBe('fr');
  });

  test('is the fallback where nothing is near, else English, else the first there is', () => {
    expect(negotiate({ acceptLanguage: 'tlh' }, available, 'es')).toBe('es');
    expect(negotiate({ acceptLanguage: 'fr' }, available, 'es')).toBe('fr');
    expect(negotiate({}, available, 'de')).toBe('en');
    expect(negotiate({}, ['ja', 'fr'], 'de')).toBe('ja');
    expect(negotiate({ acceptLanguage: 'en-US' }, ['ja', 'fr'], 'fr')).toBe('fr');
  });

  test('is a test language only where that is offered', () => {
    expect(negotiate({ query: 'en-XB' }, OFFERED_LANGUAGES)).toBe('en');
    expect(negotiate({ query: 'ar', cookie: 'en-XA' }, OFFERED_LANGUAGES)).toBe('en');
    expect(negotiate({ query: 'EN-xa' }, Object.keys(CATALOGS))).toBe('en-XA');
    expect(negotiate({ acceptLanguage: 'ar-EG' }, Object.keys(CATALOGS))).toBe('ar');
    expect(negotiate({ acceptLanguage: 'en-US' }, Object.keys(CATALOGS))).toBe('en');
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
    expect(['ar', 'ar-EG', 'HE', 'ckb', 'az-Arab', 'en-XB'].map(directionOf)).toEqual(Array(6).fill('rtl'));
    expect(['en', 'zh-TW', 'az', 'en-XA', 'no tag', ''].map(directionOf)).toEqual(Array(6).fill('ltr'));
  });

  test('has the direction that Unicode gives it', () => {
    const known = Array.from({ length: 26 ** 2 }, (_, n) =>
      String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26)),
    );
    const differing = known.filter((tag) => directionOf(tag) !== unicodeDirection(tag));
    expect(differing).toEqual([]);
  });
});

/** What this runtime knows; TypeScript does not know the method yet. */
function unicodeDirection(tag: string): unknown {
  const locale = new Intl.Locale(tag);
  const info: unknown = Reflect.apply(Reflect.get(locale, 'getTextInfo'), locale, []);
  return typeof info === 'object' && info !== null && 'direction' in info ? info.direction : undefined;
}
