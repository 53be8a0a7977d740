import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { DownloadDocument } from '../parts/document-json.tsx';

/** Saves the configuration as a file: what is in force, or my draft. */
export function ExportPanel() {
  const { inForce, draft } = useDraft();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Questions, question groups, questionnaire, user configurations, block list and all the rest, as one JSON file. It holds nothing that anybody registered, and no secret."
        >
          Export
        </Header>
      }
    >
      <SpaceBetween direction="horizontal" size="xs">
        <DownloadDocument document={inForce.document} fileName={`latchkey-version-${inForce.version}.json`}>
          {`Download version ${inForce.version}, in force`}
        </DownloadDocument>
        {draft && (
          <DownloadDocument document={draft.document} fileName="latchkey-draft.json">
            Download my draft
          </DownloadDocument>
        )}
      </SpaceBetween>
    </Container>
  );
}
