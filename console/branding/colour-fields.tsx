import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import type { Branding } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { colourTroubles } from './branding-form.ts';
import { contrast, isColour, LEAST_CONTRAST, ratioWords } from './contrast.ts';

type Colours = NonNullable<Branding['colours']>;

/** What the fields begin with: readable, and nobody's. */
const START: Colours = { accent: '#0b5cad', onAccent: '#ffffff' };

/** The customer's two colours, each with its contrast as it is typed; without them the product's own are used. */
export function ColourFields(props: {
  readonly colours: Colours | null;
  readonly onChange: (colours: Colours | null) => void;
}) {
  const { colours, onChange } = props;
  const { readOnly } = useDraft();
  const troubles = colours && colourTroubles(colours);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Text needs a contrast of ${LEAST_CONTRAST} : 1 against its ground (WCAG 2.2, 1.4.3); less is refused.`}
        >
          Colours
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Toggle
          checked={colours !== null}
          disabled={readOnly}
          onChange={({ detail }) => onChange(detail.checked ? START : null)}
        >
          Use our own colours
        </Toggle>
        {colours && troubles && (
          <>
            <ColourField
              label="Buttons and links"
              value={colours.accent}
              trouble={troubles.accent}
              ground="#ffffff"
              against="on white"
              onChange={(accent) => onChange({ ...colours, accent })}
            />
            <ColourField
              label="Text on buttons"
              value={colours.onAccent}
              trouble={troubles.onAccent}
              ground={colours.accent}
              against="on the button colour"
              onChange={(onAccent) => onChange({ ...colours, onAccent })}
            />
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}

function ColourField(props: {
  readonly label: string;
  readonly value: string;
  readonly trouble: string | undefined;
  readonly ground: string;
  readonly against: string;
  readonly onChange: (colour: string) => void;
}) {
  const { label, value, trouble, ground, against, onChange } = props;
  const { readOnly } = useDraft();
  const ratio = contrast(value, ground);
  return (
    <FormField label={label} errorText={trouble} constraintText="# and six hexadecimal digits, or pick one">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <Input
          value={value}
          readOnly={readOnly}
          spellcheck={false}
          onChange={({ detail }) => onChange(detail.value.trim())}
        />
        <input
          type="color"
          aria-label={`Pick: ${label}`}
          value={isColour(value) ? value.toLowerCase() : '#000000'}
          disabled={readOnly}
          onChange={(event) => onChange(event.target.value)}
          style={{ inlineSize: '3rem', blockSize: '2rem' }}
        />
        {!Number.isNaN(ratio) && (
          <StatusIndicator type={ratio >= LEAST_CONTRAST ? 'success' : 'error'}>
            {ratioWords(ratio)} {against}
          </StatusIndicator>
        )}
      </SpaceBetween>
    </FormField>
  );
}
