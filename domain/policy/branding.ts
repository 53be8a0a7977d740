import { spokenText } from '../questionnaire/question.ts';
import type { ConfigurationDocument } from './configuration-document.ts';

/** The administrators' own words in one language, with `{organization}` filled in. */
export interface OwnWords {
  readonly organization: string;
  readonly helpLine: string;
  readonly linkWording?: string;
}

/** The placeholders the administrators' texts may have. */
export const PLACEHOLDERS = ['organization'] as const;

/** The administrators' words in a language, else in their default language. */
export function wordsOf(
  { branding, languages }: Pick<ConfigurationDocument, 'branding' | 'languages'>,
  language: string,
): OwnWords {
  const spoken = (texts: Parameters<typeof spokenText>[0]) =>
    spokenText(texts, language, languages.default)?.text ?? '';
  const organization = spoken(branding.organization);
  const filled = (text: string) => text.split('{organization}').join(organization);
  return {
    organization,
    helpLine: filled(spoken(branding.helpLine)),
    ...(branding.linkWording && { linkWording: filled(spoken(branding.linkWording)) }),
  };
}
