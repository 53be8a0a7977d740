import { documentMistakes } from '../../../../domain/administration/document-mistakes.ts';
import type { Mistake } from '../../../../domain/administration/mistake.ts';
import type { Outside } from '../../../../domain/policy/configuration.ts';
import type { ConfigurationDocument } from '../../../../domain/policy/configuration-document.ts';
import { aDocument } from '../../../support/any-document.ts';

/** What is known besides the document: the languages that come with the product, and a parser that wants a parenthesis. */
export const known = {
  languages: ['en', 'fr', 'ja', 'es', 'zh-CN', 'de'],
  now: Date.UTC(2026, 0, 15),
  outside: { webhooks: [], events: false, writableAttributes: [] } as Outside,
  filterTrouble: (filter: string): string | undefined =>
    filter.endsWith(')') ? undefined : 'a closing parenthesis is missing at the end',
};

/** The mistakes in a document that is right but for what is said. */
export const mistakesIn = (
  changes: Partial<ConfigurationDocument>,
  inForce?: ConfigurationDocument,
): readonly Mistake[] => documentMistakes(aDocument(changes), { ...known, ...(inForce && { inForce }) });

/** What and where, in short. */
export const found = (changes: Partial<ConfigurationDocument>): readonly string[] =>
  mistakesIn(changes).map(({ code, path }) => `${code} ${path}`);

/** What is wrong, in words. */
export const messages = (changes: Partial<ConfigurationDocument>): readonly string[] =>
  mistakesIn(changes).map(({ message }) => message);

export const sales = { name: 'CORP\\Sales', sid: 'S-1-5-21-1-2-3-1105' };
export const smith = { name: 'CORP\\asmith', guid: '0b7c2c0e-4f8a-4c39-9a55-1d1f6d0f3a01' };

/** Security answers off, and nothing in the questionnaire. */
export const nothingAsked = {
  methods: { ...aDocument().methods, 'security-answers': { on: false } },
  questionnaire: { items: [], minimumAnswers: 0, maskAnswers: true },
  userConfigurations: [],
};
