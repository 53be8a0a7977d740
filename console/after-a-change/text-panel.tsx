import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { TemplateField } from '../parts/template-field.tsx';
import type { Kind } from './form.ts';
import { MACROS, macroText, unknownMacros, withSamples } from './macros.ts';

const LABELS: Readonly<Record<Kind, { readonly label: string; readonly description: string }>> = {
  webhook: {
    label: 'Text',
    description: 'Stands in the request beside who it was and when, which it always has.',
  },
  event: {
    label: 'Text',
    description: 'Stands in the message beside who it was and when, which it always has.',
  },
  attribute: {
    label: 'Value',
    description: 'Replaces whatever the attribute holds. Left empty, the attribute is emptied.',
  },
};

/** What is told or written, with the macros that may stand in it, and how it reads with made-up values. */
export function TextPanel(props: {
  readonly kind: Kind;
  readonly text: string;
  readonly mistake: string | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { kind, text, mistake, onChange } = props;
  const unknown = unknownMacros(text).map(macroText);
  const trouble =
    unknown.length === 0
      ? undefined
      : `${unknown.join(', ')} ${unknown.length === 1 ? 'stands' : 'stand'} for nothing. Use one of those below; there is none for a password.`;
  return (
    <Container header={<Header variant="h2">What is {kind === 'attribute' ? 'written' : 'told'}</Header>}>
      <SpaceBetween size="l">
        <TemplateField
          {...LABELS[kind]}
          value={text}
          inserts={MACROS.map(({ name, means }) => ({ text: macroText(name), means }))}
          errorText={mistake ?? trouble}
          onChange={onChange}
        />
        <div>
          <Box variant="awsui-key-label">With made-up values</Box>
          <Box variant="code">{withSamples(text) || '–'}</Box>
        </div>
      </SpaceBetween>
    </Container>
  );
}
