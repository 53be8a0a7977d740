import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { TextsField } from '../parts/texts-field.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { brandingOf, isFit, typedOf } from './branding-form.ts';
import { BrandingPreview } from './branding-preview.tsx';
import { ColourFields } from './colour-fields.tsx';
import { LogoField } from './logo-field.tsx';

const OWN_LINK = 'The product’s own wording: “Forgot your password or locked out?”, in each language.';

/** How pages and letters present the organisation: its name, whom to call, the words of the way in, colours and logo. */
export default function BrandingScreen() {
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change } = useForm(typedOf(document.branding));
  const [tried, setTried] = useState(false);
  const hasLink = Object.values(mine.linkWording).some((text) => text.trim() !== '');
  const save = async () => {
    setTried(true);
    if (!isFit(mine, document.languages.default)) {
      notices.refused('Not saved', 'Put right what is marked on this screen first.');
      return false;
    }
    const kept = await edit((now) => ({ ...now, branding: brandingOf(mine) }));
    if (kept) notices.done('The branding is saved in your draft. It is in force once you publish it.');
    return kept;
  };
  return (
    <ConfigurationLayout
      title="Branding"
      description="How the portal and the letters present your organisation. It is data: an upgrade leaves it alone."
      paths={['/branding']}
    >
      <Container header={<Header variant="h2">Organisation</Header>}>
        <TextsField
          label="Name"
          texts={mine.organization}
          folded
          showErrors={tried}
          onChange={(organization) => change({ organization })}
        />
      </Container>
      <Container header={<Header variant="h2">Help line</Header>}>
        <TextsField
          label="Help line"
          description="Whom to call: a number, a name, a place. {organization} stands for the name above."
          texts={mine.helpLine}
          folded
          showErrors={tried}
          onChange={(helpLine) => change({ helpLine })}
        />
      </Container>
      <Container header={<Header variant="h2">Wording of the link</Header>}>
        <TextsField
          label="Link"
          description="The words of the way in, on the start page and wherever you put the link. Leave all empty for the product’s own."
          texts={mine.linkWording}
          folded
          showErrors={tried}
          {...(!hasLink && { otherwise: OWN_LINK })}
          onChange={(linkWording) => change({ linkWording })}
        />
      </Container>
      <ColourFields colours={mine.colours} onChange={(colours) => change({ colours })} />
      <LogoField logo={mine.logo ?? null} showErrors={tried} onChange={(logo) => change({ logo })} />
      <BrandingPreview branding={mine} />
      {!readOnly && (
        <SpaceBetween size="xs">
          <SaveActions onSave={save} disabled={!dirty} />
        </SpaceBetween>
      )}
      <Unsaved is={dirty} />
    </ConfigurationLayout>
  );
}
