import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Assessment } from '../../client/client.ts';
import { NIST_WORDS, pointsWords, wcagWords } from './standing-words.ts';

/** What is asked for amounts to: what people give, how strong that is, how it stands by NIST and WCAG, and what is risky. */
export const AmountsTo = (props: {
  readonly assessment: Assessment | undefined;
  /** Whether something was changed that it does not say yet. */
  readonly outdated: boolean;
}) => (
  <SpaceBetween size="s">
    <Box variant="h3">What it amounts to</Box>
    {(props.outdated || !props.assessment) && (
      <StatusIndicator type="info" wrapText>
        {props.assessment
          ? 'As it was saved. Save to draft to see what your changes amount to.'
          : 'Save to draft to see it.'}
      </StatusIndicator>
    )}
    {props.assessment && <Assessed assessment={props.assessment} />}
  </SpaceBetween>
);

const Assessed = ({ assessment }: { readonly assessment: Assessment }) => {
  const { sentence, points, nist, wcag, warnings } = assessment;
  const [byNist, byWcag] = [NIST_WORDS[nist.standing], wcagWords(wcag)];
  return (
    <SpaceBetween size="s">
      <KeyValuePairs
        columns={2}
        minColumnWidth={250}
        items={[
          { label: 'People give', value: sentence },
          {
            label: 'Strength',
            value: `${pointsWords(points)} by its weakest way. Points only warn; they decide nothing.`,
          },
          { label: 'NIST SP 800-63B-4', value: <Standing {...byNist} sentence={nist.sentence} /> },
          { label: 'WCAG 2.2, 3.3.8', value: <Standing {...byWcag} sentence={wcag.sentence} /> },
        ]}
      />
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" statusIconAriaLabel="Warning">
          {warning}
        </Alert>
      ))}
    </SpaceBetween>
  );
};

const Standing = (props: {
  readonly type: 'success' | 'info' | 'warning';
  readonly says: string;
  readonly sentence: string;
}) => (
  <>
    <StatusIndicator type={props.type}>{props.says}</StatusIndicator>
    <div>{props.sentence}</div>
  </>
);
