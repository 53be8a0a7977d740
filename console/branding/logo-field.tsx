import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Branding } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { TextsField } from '../parts/texts-field.tsx';
import { LARGEST_LOGO, LOGO_TYPES, readLogo } from './read-logo.ts';
import { FileField } from '../parts/file-field.tsx';

type Logo = NonNullable<Branding['logo']>;

/** The logo: a small picture, and what those who do not see it are told instead. */
export function LogoField(props: {
  readonly logo: Logo | null;
  readonly showErrors: boolean;
  readonly onChange: (logo: Logo | null) => void;
}) {
  const { logo, showErrors, onChange } = props;
  const { document, readOnly } = useDraft();
  const [trouble, setTrouble] = useState<string>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await readLogo(file);
    setTrouble(read.kind === 'unfit' ? read.why : undefined);
    if (read.kind === 'read')
      onChange({
        type: read.type,
        base64: read.base64,
        alternative: logo?.alternative ?? document.branding.organization,
      });
  };
  return (
    <Container header={<Header variant="h2">Logo</Header>}>
      <SpaceBetween size="l">
        {logo ? (
          <SpaceBetween size="s">
            <img
              src={`data:${logo.type};base64,${logo.base64}`}
              alt="The logo as it is now"
              style={{ maxBlockSize: '4rem', maxInlineSize: '100%' }}
            />
            {!readOnly && <Button onClick={() => onChange(null)}>Remove logo</Button>}
          </SpaceBetween>
        ) : (
          <Box color="text-body-secondary">There is no logo: the product’s key mark is shown.</Box>
        )}
        {!readOnly && (
          <FileField
            label={logo ? 'Another logo' : 'Logo file'}
            trouble={trouble}
            accept={LOGO_TYPES.join(',')}
            constraint={`PNG, JPEG or WebP, up to ${LARGEST_LOGO / 1024} KB`}
            onChosen={(file) => void take(file)}
          />
        )}
        {logo && (
          <TextsField
            label="Description"
            description="What is read out to those who do not see the picture; usually the name."
            texts={logo.alternative}
            folded
            showErrors={showErrors}
            onChange={(alternative) => onChange({ ...logo, alternative: { ...alternative } })}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
