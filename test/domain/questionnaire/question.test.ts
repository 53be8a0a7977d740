import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionText, spokenText } from '../../../domain/questionnaire/question.ts';
import { anyText } from '../../support/any-text.ts';
import { aQuestion } from '../../support/configured.ts';

const question = aQuestion('pet', { texts: { de: 'Tier?', en: 'Pet?', fr: 'Animal ?' } });

describe('a question', () => {
  it('is asked in the language, else in the one it is a kind of, else in the fallback', () => {
    expect(questionText(question, 'fr', 'en')).toEqual({ text: 'Animal ?', language: 'fr' });
    expect(questionText(question, 'de-AT', 'en')).toEqual({ text: 'Tier?', language: 'de' });
    expect(questionText(question, 'ja', 'en')).toEqual({ text: 'Pet?', language: 'en' });
    expect(questionText(question, 'ja', 'fr')).toEqual({ text: 'Animal ?', language: 'fr' });
  });

  it('is asked in whatever language there is, and never shows what is no text of it', () => {
    const danish = { ...question, texts: { da: 'Dyr?' } };
    expect(questionText(danish, 'ja', 'en')).toEqual({ text: 'Dyr?', language: 'da' });
    expect(questionText({ ...question, texts: {} }, 'ja', 'en')).toEqual({ text: 'pet', language: 'en' });
    expect(questionText(question, 'toString', 'constructor')).toEqual({ text: 'Tier?', language: 'de' });
  });
});

describe('a text in several languages', () => {
  it('passes over those that are empty, wherever they stand', () => {
    expect(spokenText({ fr: '', en: 'Pet?' }, 'fr', 'en')).toEqual({ text: 'Pet?', language: 'en' });
    expect(spokenText({ fr: '', de: 'Tier?' }, 'ja', 'en')).toEqual({ text: 'Tier?', language: 'de' });
    expect(spokenText({ fr: '' }, 'fr', 'en')).toBeUndefined();
    expect(spokenText({}, 'fr', 'en')).toBeUndefined();
  });

  it('is one of its texts, just as it was written, whenever there is one, and says which', () => {
    const tag = fc.constantFrom('en', 'fr', 'de', 'zh-CN', 'de-AT', 'x');
    fc.assert(
      fc.property(fc.dictionary(tag, anyText()), tag, tag, (texts, language, fallback) => {
        const spoken = spokenText(texts, language, fallback);
        expect(spoken !== undefined).toBe(Object.values(texts).some((text) => text !== ''));
        if (!spoken) return;
        expect(texts[spoken.language]).toBe(spoken.text);
        if (texts[language]) expect(spoken.language).toBe(language);
      }),
    );
  });
});
