import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ImpactSoFar } from './use-impact.ts';

/** How many people a change touches, counted in the directory. */
export function ImpactPanel({ impact: { sum, finished } }: { readonly impact: ImpactSoFar }) {
  const number = (value: number | undefined) => (value ?? 0).toLocaleString('en');
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            finished ? (
              <StatusIndicator type="success">Everybody was looked at</StatusIndicator>
            ) : (
              <StatusIndicator type="in-progress">
                Looking at people: {number(sum?.people)} so far
              </StatusIndicator>
            )
          }
        >
          Whom it touches
        </Header>
      }
    >
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'People looked at', value: number(sum?.people) },
          { label: 'People it touches', value: number(sum?.touched) },
          { label: 'Must register again', value: number(sum?.mustRegisterAgain) },
          { label: 'Newly blocked', value: number(sum?.newlyBlocked) },
        ]}
      />
    </Container>
  );
}
