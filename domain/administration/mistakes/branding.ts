import { PLACEHOLDERS } from '../../policy/branding.ts';
import type { Branding, ConfigurationDocument } from '../../policy/configuration-document.ts';
import { contrast, isColour, LEAST_CONTRAST } from '../../policy/contrast.ts';
import type { LocalText } from '../../questionnaire/question.ts';
import type { Mistake } from '../mistake.ts';
import { logoMistakes } from './logo.ts';
import { pointer } from './pointer.ts';
import { textMistakes } from './texts.ts';

/** The mistakes in the customer's own words, logo and colours. */
export function brandingMistakes({ branding, languages }: ConfigurationDocument): readonly Mistake[] {
  const words = (texts: LocalText, path: string, what: string, placeholders: readonly string[]) => [
    ...textMistakes(texts, path, what, languages.default),
    ...placeholderMistakes(texts, path, what, placeholders),
  ];
  const { organization, helpLine, linkWording, logo, colours } = branding;
  const at = (...steps: readonly string[]) => pointer('branding', ...steps);
  return [
    ...words(organization, at('organization'), 'The name of the organisation', []),
    ...words(helpLine, at('helpLine'), 'The help line', PLACEHOLDERS),
    ...(linkWording ? words(linkWording, at('linkWording'), 'The wording of the link', PLACEHOLDERS) : []),
    ...(logo ? logoMistakes(logo, at('logo')) : []),
    ...(logo ? words(logo.alternative, at('logo', 'alternative'), 'The description of the logo', []) : []),
    ...(colours ? colourMistakes(colours, at('colours')) : []),
  ];
}

function placeholderMistakes(
  texts: LocalText,
  path: string,
  what: string,
  allowed: readonly string[],
): readonly Mistake[] {
  const remedy =
    allowed.length > 0
      ? `Use only ${allowed.map((name) => `{${name}}`).join(', ')}, or take the braces away.`
      : 'Take the braces away: nothing is filled in here.';
  return Object.entries(texts).flatMap(([language, text]) =>
    unknownPlaceholders(text, allowed).map((found) => ({
      path: `${path}${pointer(language)}`,
      code: 'unknown-placeholder',
      message: `${what} in "${language}" has ${found}, which stands for nothing.`,
      remedy,
    })),
  );
}

/** Everything in braces that is not allowed, and braces without a partner. */
const unknownPlaceholders = (text: string, allowed: readonly string[]): readonly string[] => [
  ...new Set(
    (text.match(/\{[^{}]*\}|[{}]/g) ?? []).filter((found) => !allowed.some((name) => found === `{${name}}`)),
  ),
];

function colourMistakes(colours: NonNullable<Branding['colours']>, path: string): readonly Mistake[] {
  const unreadable = (['accent', 'onAccent'] as const).filter((name) => !isColour(colours[name]));
  if (unreadable.length > 0)
    return unreadable.map((name) => ({
      path: `${path}${pointer(name)}`,
      code: 'out-of-range',
      message: `"${colours[name]}" is no colour.`,
      remedy: 'Write it as # and six hexadecimal digits, such as #0b5cad.',
    }));
  const { accent, onAccent } = colours;
  return [
    ...contrastMistakes(accent, '#ffffff', `${path}${pointer('accent')}`, {
      pair: `The accent colour, ${accent}, on the white of the pages`,
      remedy: 'Choose a darker accent colour.',
    }),
    ...contrastMistakes(onAccent, accent, `${path}${pointer('onAccent')}`, {
      pair: `The colour on the accent, ${onAccent}, on the accent colour, ${accent},`,
      remedy: 'Choose two colours further apart: one light, one dark.',
    }),
  ];
}

function contrastMistakes(
  one: string,
  other: string,
  path: string,
  { pair, remedy }: { readonly pair: string; readonly remedy: string },
): readonly Mistake[] {
  const ratio = contrast(one, other);
  if (ratio >= LEAST_CONTRAST) return [];
  // Rounded down: 4.499 is not 4.5.
  const told = (Math.floor(ratio * 100) / 100).toFixed(2);
  return [
    {
      path,
      code: 'low-contrast',
      message: `${pair} has a contrast of ${told} : 1; text needs ${String(LEAST_CONTRAST)} : 1 (WCAG 2.2, 1.4.3).`,
      remedy,
    },
  ];
}
