import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { COLOUR_WORDS, type Colour } from './colour-words.ts';

const TYPES: Readonly<Record<Colour, StatusIndicatorProps.Type>> = {
  green: 'success',
  amber: 'warning',
  red: 'error',
};

/** Whether it would work for somebody, in words and a sign. */
export const ColourOf = ({ colour }: { readonly colour: Colour }) => (
  <StatusIndicator type={TYPES[colour]} wrapText={false}>
    {COLOUR_WORDS[colour]}
  </StatusIndicator>
);
