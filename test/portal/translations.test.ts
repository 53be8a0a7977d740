import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_IDS, BUILT_IN_TEXTS } from '../../domain/questionnaire/built-in/texts.ts';
import { CATALOG_FILES } from '../../portal/catalogs/catalog-files.ts';
import { TEST_CATALOG_FILES } from '../../portal/catalogs/test-catalog-files.ts';
import { CATALOGS, LANGUAGE_FACTS, LANGUAGES, OFFERED_LANGUAGES } from '../../portal/catalogs/catalogs.ts';
import { visible } from '../../portal/catalogs/pseudo.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type Texts = Readonly<Record<string, string>>;
/** The parser's number for plain text. */
const LITERAL = 0;

const english: Texts = CATALOGS['en'] ?? {};
const translations = Object.keys(CATALOGS).filter((language) => language !== 'en');
/** What is rightly the same in another language as in English, by key. */
const SAME_AS_ENGLISH = ['setup.choice', 'setup.option'];

describe('the languages', () => {
  test('offered to people are Citrix’s five and German; Arabic and two made-up ones are there for tests', () => {
    expect([...OFFERED_LANGUAGES].sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'zh-CN']);
    expect(LANGUAGES).toEqual(OFFERED_LANGUAGES);
    const tests = Object.keys(CATALOGS).filter((tag) => LANGUAGE_FACTS[tag]?.stage === 'test');
    expect(tests.sort()).toEqual(['ar', 'en-XA', 'en-XB']);
  });

  test('say of themselves which way they run, how far they have come, and nothing else', () => {
    const runFromRight = Object.keys(CATALOGS).filter((tag) => LANGUAGE_FACTS[tag]?.direction === 'rtl');
    expect(runFromRight.sort()).toEqual(['ar', 'en-XB']);
    for (const [tag, file] of Object.entries({ ...CATALOG_FILES, ...TEST_CATALOG_FILES })) {
      expect(Object.keys(file), tag).toEqual(['reviewed', 'stage', 'texts']);
      expect(['offered', 'test'], tag).toContain(file.stage);
      expect(LANGUAGE_FACTS[tag]?.reviewed, tag).toBe(file.reviewed);
    }
  });

  test('have names of their own, and tags as BCP 47 writes them', () => {
    const names = Object.values(CATALOGS).map((texts) => texts['language.name']);
    expect(new Set(names.map(visible)).size).toBe(names.length);
    expect(Intl.getCanonicalLocales(Object.keys(CATALOGS))).toEqual(Object.keys(CATALOGS));
  });
});

describe.each(translations)('the texts in %s', (language) => {
  const catalog: Texts = CATALOGS[language] ?? {};
  const keysWhere = (isSo: (text: string, english: string) => boolean): readonly string[] =>
    Object.keys(english).filter((key) => isSo(catalog[key] ?? '', english[key] ?? ''));

  test('have exactly the keys of English', () => {
    expect(Object.keys(catalog)).toEqual(Object.keys(english));
  });

  test('have the placeholders and the mark-up of English', () => {
    expect(keysWhere((text, original) => shapeOf(text).join() !== shapeOf(original).join())).toEqual([]);
  });

  test('count as the language does: every form it needs, and none that it has not', () => {
    const needed = [...formsOf(language)].sort().join();
    expect(
      keysWhere((text) =>
        pluralsIn(text).some((plural) => Object.keys(plural.options).sort().join() !== needed),
      ),
    ).toEqual([]);
  });

  test('are translated', () => {
    const same = keysWhere((text, original) => text === original);
    expect(same.filter((key) => !SAME_AS_ENGLISH.includes(key))).toEqual([]);
  });

  test('have paragraphs where English has them, and nothing at their ends', () => {
    const breaks = (text: string): number => text.split('\n').length;
    expect(keysWhere((text, original) => breaks(text) !== breaks(original))).toEqual([]);
    expect(keysWhere((text) => text !== text.trim())).toEqual([]);
  });
});

describe.each(Object.keys(CATALOGS))('the texts in %s', (language) => {
  const texts = Object.entries(CATALOGS[language] ?? {});

  test('have no straight apostrophe, which ICU would read as a quotation mark', () => {
    expect(texts.filter(([, text]) => text.includes("'")).map(([key]) => key)).toEqual([]);
  });

  test('name the same addresses as examples, and no other', () => {
    const hosts = texts.flatMap(([, text]) => [...text.matchAll(/@([\w.-]+\w)/g)].map((found) => found[1]));
    if (language !== 'en-XA') expect([...new Set(hosts)]).toEqual(['example.com']);
  });
});

describe('the made-up languages', () => {
  const longer: Texts = CATALOGS['en-XA'] ?? {};
  const mirrored: Texts = CATALOGS['en-XB'] ?? {};

  test('are 40 % longer than English, or more', () => {
    const short = Object.keys(english).filter(
      (key) => visible(longer[key] ?? '').length < visible(english[key] ?? '').length * 1.4,
    );
    expect(short).toEqual([]);
  });

  test('run from right to left word for word, and close every override they open', () => {
    for (const text of Object.values(mirrored)) {
      expect(text.includes('\u202E')).toBe(/\p{L}/u.test(visible(text)));
      expect(text.replace(/\u202E[^\u202E\u202C]+\u202C/g, '')).not.toMatch(/[\u202A-\u202E]/);
    }
  });
});

describe.each(OFFERED_LANGUAGES)('the built-in questions in %s', (language) => {
  const texts: Texts = BUILT_IN_TEXTS[language] ?? {};

  test('are all there, each a question of its own', () => {
    expect(Object.keys(texts)).toEqual(BUILT_IN_IDS);
    expect(new Set(Object.values(texts)).size).toBe(BUILT_IN_IDS.length);
    expect(Object.entries(texts).filter(([, text]) => !/[?？。]$/.test(text))).toEqual([]);
  });

  test('are translated', () => {
    const same = BUILT_IN_IDS.filter((id) => texts[id] === BUILT_IN_TEXTS['en']?.[id]);
    expect(same).toEqual(language === 'en' ? BUILT_IN_IDS : []);
  });
});

test('the built-in questions are in no language that is not offered', () => {
  expect(Object.keys(BUILT_IN_TEXTS).sort()).toEqual([...OFFERED_LANGUAGES].sort());
});

const parsed = (text: string): readonly Element[] => new IntlMessageFormat(text, 'en').getAst();

/** What is filled in and marked up, over all branches. */
function shapeOf(text: string): readonly string[] {
  const shapes = (elements: readonly Element[]): readonly string[] =>
    elements.flatMap((element) => {
      if ('options' in element)
        return [
          `{${element.value}, ${element.type}}`,
          ...Object.values(element.options).flatMap(({ value }) => shapes(value)),
        ];
      if ('children' in element) return [`<${element.value}>`, ...shapes(element.children)];
      if (!('value' in element)) return [];
      const { type, value }: { type: number; value: string } = element;
      return type === LITERAL ? [] : [`{${value}}`];
    });
  return [...new Set(shapes(parsed(text)))].sort();
}

type Plural = Extract<Element, { pluralType: unknown }>;
const pluralsIn = (text: string): readonly Plural[] =>
  parsed(text).filter((element): element is Plural => 'pluralType' in element);

/** The forms a language has for whole numbers as pages count them; `other` must always be there. */
const formsOf = (language: string): ReadonlySet<string> =>
  new Set([...Array.from({ length: 1001 }, (_, n) => new Intl.PluralRules(language).select(n)), 'other']);
