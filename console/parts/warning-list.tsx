import Alert from '@cloudscape-design/components/alert';

/** What is risky about a document though it may be published; nothing where nothing is. */
export const WarningList = ({ warnings }: { readonly warnings: readonly string[] }) =>
  warnings.length === 0 ? null : (
    <Alert type="warning" statusIconAriaLabel="Warning" header="Think about this before you publish">
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Alert>
  );
