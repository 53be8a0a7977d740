import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useCsvReport, type CsvReport } from './use-csv-report.ts';

/** Exports a report, telling how far it is. */
export function CsvButton({ report }: { readonly report: CsvReport }) {
  const { looked, start, cancel } = useCsvReport(report);
  if (looked === undefined)
    return (
      <Button iconName="download" onClick={start}>
        Export CSV
      </Button>
    );
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <LiveRegion>
        <StatusIndicator type="in-progress">
          Exporting: {looked.toLocaleString('en')} people looked at
        </StatusIndicator>
      </LiveRegion>
      <Button onClick={cancel}>Stop export</Button>
    </SpaceBetween>
  );
}
