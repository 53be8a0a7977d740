import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { download } from './download.ts';

/** A document as it is exported: JSON with two spaces, as `latchkey config pull` writes it. */
export const documentText = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** Saves a document as a file. */
export const DownloadDocument = (props: {
  readonly document: unknown;
  readonly fileName: string;
  readonly children: string;
}) => (
  <Button
    iconName="download"
    onClick={() => download(props.fileName, 'application/json', [documentText(props.document)])}
  >
    {props.children}
  </Button>
);

/** A whole document to read, to copy and to keep. */
export function DocumentJson(props: {
  readonly document: unknown;
  readonly fileName: string;
  readonly label: string;
}) {
  const { document, fileName, label } = props;
  const text = documentText(document);
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        <CopyToClipboard
          copyButtonText="Copy"
          copyButtonAriaLabel={`Copy: ${label}`}
          textToCopy={text}
          copySuccessText="Copied"
          copyErrorText="Not copied. Mark the text and copy it yourself."
        />
        <DownloadDocument document={document} fileName={fileName}>
          Download
        </DownloadDocument>
      </SpaceBetween>
      <div
        role="region"
        aria-label={label}
        // Whoever has only a keyboard must be able to scroll it.
        tabIndex={0}
        style={{ maxBlockSize: '30rem', overflow: 'auto' }}
      >
        <Box variant="pre">{text}</Box>
      </div>
    </SpaceBetween>
  );
}
