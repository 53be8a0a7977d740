import type { Branding } from '../../client/client.ts';
import { written, type LocalText } from '../parts/local-text.ts';
import { contrast, isColour, LEAST_CONTRAST } from './contrast.ts';

/** Branding as it is typed: what is left out has its empty form. */
export interface BrandingTyped {
  readonly organization: LocalText;
  readonly helpLine: LocalText;
  readonly linkWording: LocalText;
  readonly logo: Branding['logo'] | null;
  readonly colours: NonNullable<Branding['colours']> | null;
}

export const typedOf = ({ organization, helpLine, linkWording, logo, colours }: Branding): BrandingTyped => ({
  organization,
  helpLine,
  linkWording: linkWording ?? {},
  logo: logo ?? null,
  colours: colours ?? null,
});

/** What is typed, as the document keeps it: empty texts left out. */
export function brandingOf({ organization, helpLine, linkWording, logo, colours }: BrandingTyped): Branding {
  const link = written(linkWording);
  return {
    organization: written(organization),
    helpLine: written(helpLine),
    ...(Object.keys(link).length > 0 && { linkWording: link }),
    ...(logo && { logo: { ...logo, alternative: written(logo.alternative) } }),
    ...(colours && { colours }),
  };
}

/** What is wrong with the two colours, each by itself; undefined where nothing is. */
export function colourTroubles({ accent, onAccent }: NonNullable<Branding['colours']>): {
  readonly accent: string | undefined;
  readonly onAccent: string | undefined;
} {
  const form = 'Write it as # and six hexadecimal digits, such as #0b5cad.';
  const accentTrouble = isColour(accent)
    ? contrast(accent, '#ffffff') < LEAST_CONTRAST
      ? `Under ${LEAST_CONTRAST} : 1 on white, links can’t be read. Choose a darker colour.`
      : undefined
    : form;
  const onAccentTrouble = isColour(onAccent)
    ? contrast(onAccent, accent) < LEAST_CONTRAST
      ? `Under ${LEAST_CONTRAST} : 1 on the button colour, text can’t be read. Choose two colours further apart.`
      : undefined
    : form;
  return { accent: accentTrouble, onAccent: onAccentTrouble };
}

/** Whether what is typed can be kept: the texts that must be there are, and the colours can be read. */
export function isFit(typed: BrandingTyped, defaultLanguage: string): boolean {
  const says = (texts: LocalText) => written(texts)[defaultLanguage] !== undefined;
  const link = written(typed.linkWording);
  const troubles = typed.colours && colourTroubles(typed.colours);
  return (
    says(typed.organization) &&
    says(typed.helpLine) &&
    (Object.keys(link).length === 0 || says(link)) &&
    (!typed.logo || says(typed.logo.alternative)) &&
    (!troubles || (troubles.accent === undefined && troubles.onAccent === undefined))
  );
}
