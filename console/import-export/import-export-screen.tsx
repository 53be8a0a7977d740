import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';

/** The configuration as a file, out and in. */
export default function ImportExportScreen() {
  return (
    <ConfigurationLayout
      title="Import and export"
      description="The whole configuration as one documented JSON file: to keep, to compare, to bring to another installation."
      paths={['']}
    >
      <ExportPanel />
      <ImportPanel />
    </ConfigurationLayout>
  );
}
