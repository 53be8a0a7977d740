import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { CoverageChart } from './coverage-chart.tsx';
import { StatusTable } from './status-table.tsx';
import type { CountsSoFar } from './use-counts.ts';

/** How many people are registered, partly, out of date, never: as a chart and as a table. */
export function CoveragePanel({
  counts,
  again,
}: {
  readonly counts: CountsSoFar;
  readonly again: () => void;
}) {
  const { sum, finished, trouble } = counts;
  const busy = !finished && trouble === undefined;
  const looked = (sum?.looked ?? 0).toLocaleString('en');
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <LiveRegion tagName="span">
              {busy && <StatusIndicator type="in-progress">Counting: {looked} people so far</StatusIndicator>}
              {finished && <StatusIndicator type="success">{looked} people counted</StatusIndicator>}
            </LiveRegion>
          }
          actions={
            <Button iconName="refresh" disabled={busy} onClick={again}>
              Count again
            </Button>
          }
        >
          Coverage
        </Header>
      }
    >
      <SpaceBetween size="m">
        {trouble !== undefined && (
          <Alert
            type="error"
            statusIconAriaLabel="Error"
            header={
              sum ? `Counting stopped after ${looked} people` : 'It could not be counted who is registered'
            }
          >
            {trouble}
          </Alert>
        )}
        {finished && sum?.looked === 0 && <Box>The directory lists no people.</Box>}
        {sum && sum.looked > 0 && (
          <ColumnLayout columns={2}>
            <CoverageChart byStatus={sum.byStatus} />
            <StatusTable byStatus={sum.byStatus} />
          </ColumnLayout>
        )}
      </SpaceBetween>
    </Container>
  );
}
