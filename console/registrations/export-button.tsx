import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { RegistrationFilter } from './filter.ts';
import { useCsvExport } from './use-csv-export.ts';

/** Exports the list as it is filtered, telling how far it is. */
export function ExportButton({ filter }: { readonly filter: RegistrationFilter }) {
  const { looked, start, cancel } = useCsvExport(filter);
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
