import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { spoken, type LocalText } from '../parts/local-text.ts';
import { colourTroubles, type BrandingTyped } from './branding-form.ts';
import { usePreviewLanguage } from '../parts/preview-language.tsx';

/** The product's own colours, as the portal shows them where there are none of the customer's. */
const OWN = { accent: '#0b5a50', onAccent: '#ffffff' };

/** The head of a page as people will see it, in a language; colours that can't be read are not shown. */
export function BrandingPreview({ branding }: { readonly branding: BrandingTyped }) {
  const { language, first, field } = usePreviewLanguage();
  const { logo, colours } = branding;
  const troubles = colours && colourTroubles(colours);
  const { accent, onAccent } =
    colours && troubles?.accent === undefined && troubles?.onAccent === undefined ? colours : OWN;
  const organization = spoken(branding.organization, language, first)?.text ?? '';
  const filled = (texts: LocalText) =>
    (spoken(texts, language, first)?.text ?? '').replaceAll('{organization}', organization);
  const link = filled(branding.linkWording) || 'Forgot your password or locked out?';
  return (
    <Container header={<Header variant="h2">Preview</Header>}>
      <SpaceBetween size="l">
        {field}
        <div
          lang={language}
          dir="auto"
          style={{ background: '#ffffff', color: '#16191f', border: '1px solid #687078', padding: '1rem' }}
        >
          <SpaceBetween size="m">
            <div style={{ display: 'flex', alignItems: 'center', gap: '.75rem' }}>
              {logo && (
                <img
                  src={`data:${logo.type};base64,${logo.base64}`}
                  alt={filled(logo.alternative)}
                  style={{ maxBlockSize: '2.5rem', maxInlineSize: '12rem' }}
                />
              )}
              <strong>{organization}</strong>
            </div>
            <span style={{ color: accent, textDecoration: 'underline' }}>{link}</span>
            <span
              style={{ background: accent, color: onAccent, padding: '.5rem 1rem', display: 'inline-block' }}
            >
              {link}
            </span>
            <span>{filled(branding.helpLine)}</span>
          </SpaceBetween>
        </div>
        <Box color="text-body-secondary" fontSize="body-s">
          A sketch of the head of a page. The portal itself shows it once it is published.
        </Box>
      </SpaceBetween>
    </Container>
  );
}
