import { wordsOf, type OwnWords } from '../../domain/policy/branding.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { spokenText } from '../../domain/questionnaire/question.ts';
import { CATALOGS } from '../../portal/catalogs/catalogs.ts';
import type { Logo } from '../../portal/frame.ts';
import { negotiate, type LanguageWishes } from '../../portal/negotiate.ts';
import { lookOf } from './look.ts';

/** How pages present themselves to one visitor: the language, and in it the administrators' words and looks. */
export interface Presentation extends OwnWords {
  readonly language: string;
  /** What the language picker offers. */
  readonly languages: readonly string[];
  /** Path of the customer's colours. */
  readonly sheet?: string;
  readonly logo?: Logo;
}

/** The presentation for somebody with these wishes, in one of the languages that are offered and that there are texts for. */
export function presentationOf(
  document: Pick<ConfigurationDocument, 'branding' | 'languages'>,
  wishes: LanguageWishes,
): Presentation {
  const { branding, languages } = document;
  const chosen = new Set([...languages.offered, languages.default]);
  const available = [...chosen].filter((tag) => Object.hasOwn(CATALOGS, tag));
  const language = negotiate(wishes, available, languages.default);
  const { sheet, logo } = lookOf(branding);
  return {
    ...wordsOf(document, language),
    language,
    languages: available,
    ...(sheet && { sheet: `/branding/${sheet.name}` }),
    ...(logo && {
      logo: {
        path: `/branding/${logo.name}`,
        width: logo.width,
        height: logo.height,
        alternative: spokenText(branding.logo?.alternative ?? {}, language, languages.default)?.text ?? '',
      },
    }),
  };
}
