import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { PlanPanel } from './plan-panel.tsx';
import { useImport } from './use-import.ts';
import { FileField } from '../parts/file-field.tsx';

/** Takes a file, says all that is wrong with it or all that it would change, and makes it the draft. Keeps nothing before. */
export function ImportPanel() {
  const { state, choose } = useImport();
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="First you see what the file would change and whom it touches. Nothing is kept until you make it your draft."
          >
            Import
          </Header>
        }
      >
        <SpaceBetween size="m">
          <FileField
            label="Configuration file"
            accept=".json,application/json"
            constraint="JSON, as it is exported here or by “latchkey config pull”; up to 1 MB"
            file={state.kind === 'none' ? undefined : state.file}
            onChosen={(file) => void choose(file)}
          />
          {state.kind === 'looking' && (
            <StatusIndicator type="in-progress">
              Comparing {state.file.name} with what is in force
            </StatusIndicator>
          )}
          {state.kind === 'unreadable' && (
            <Alert
              type="error"
              statusIconAriaLabel="Error"
              header={`${state.file.name} was not taken; nothing was changed`}
            >
              {state.why}
            </Alert>
          )}
        </SpaceBetween>
      </Container>
      {state.kind === 'planned' && (
        <PlanPanel plan={state.plan} fileName={state.file.name} onTaken={() => void choose(undefined)} />
      )}
    </SpaceBetween>
  );
}
