import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ChangeList } from '../parts/change-list.tsx';
import { MistakeList } from '../parts/mistake-list.tsx';
import { ImpactPanel } from '../review/impact-panel.tsx';
import { useImpact } from '../review/use-impact.ts';
import { TakeButton } from './take-button.tsx';
import type { Plan } from './use-import.ts';
import { WarningList } from '../parts/warning-list.tsx';

/** What a file would change and whom it touches; or all that is wrong with it. */
export function PlanPanel(props: {
  readonly plan: Plan;
  readonly fileName: string;
  readonly onTaken: () => void;
}) {
  const { plan, fileName, onTaken } = props;
  const fit = plan.mistakes.length === 0 ? (plan.document ?? undefined) : undefined;
  const changes = plan.changes.length;
  const impact = useImpact(fit && changes > 0 ? fit : undefined);
  if (!fit)
    return (
      <SpaceBetween size="l">
        <Alert type="info" statusIconAriaLabel="Info">
          Nothing was changed. Put {fileName} right, then choose it again.
        </Alert>
        <MistakeList mistakes={plan.mistakes} />
      </SpaceBetween>
    );
  return (
    <SpaceBetween size="l">
      <WarningList warnings={plan.warnings} />
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${changes})`}
            actions={changes > 0 && <TakeButton document={fit} fileName={fileName} onTaken={onTaken} />}
          >
            What {fileName} would change
          </Header>
        }
      >
        <ChangeList changes={plan.changes} />
      </Container>
      {changes > 0 && <ImpactPanel impact={impact} />}
    </SpaceBetween>
  );
}
