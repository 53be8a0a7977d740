import { describe, expect, it } from 'vitest';
import { questionnaireOf } from '../../../domain/policy/configuration.ts';
import { questionText } from '../../../domain/questionnaire/questionnaire.ts';
import { aConfiguration } from '../../support/product.ts';

describe('a question', () => {
  const question = {
    id: 'pet',
    version: 1,
    minimumLength: 3,
    texts: { de: 'Tier?', en: 'Pet?', fr: 'Animal ?' },
  };

  it('is asked in the language, else in the one it is a kind of, else in English', () => {
    expect(questionText(question, 'fr')).toEqual({ text: 'Animal ?', language: 'fr' });
    expect(questionText(question, 'de-AT')).toEqual({ text: 'Tier?', language: 'de' });
    expect(questionText(question, 'ja')).toEqual({ text: 'Pet?', language: 'en' });
  });

  it('is asked in whatever language there is, and never shows what is no text of it', () => {
    const danish = { ...question, texts: { da: 'Dyr?' } };
    expect(questionText(danish, 'ja')).toEqual({ text: 'Dyr?', language: 'da' });
    expect(questionText({ ...question, texts: {} }, 'ja').text).toBe('pet');
  });
});

describe('the questionnaire of a person', () => {
  const { questionnaire } = aConfiguration();
  const earlier = { version: 7, questions: questionnaire.questions.slice(0, 2) };

  it('is the version they answered while it is accepted, else the one in force', () => {
    const configuration = aConfiguration({ earlierQuestionnaires: [earlier] });
    expect(questionnaireOf(configuration, 7)).toBe(earlier);
    expect(questionnaireOf(configuration, 1)).toBe(configuration.questionnaire);
    expect(questionnaireOf(configuration, 99)).toBe(configuration.questionnaire);
  });
});
