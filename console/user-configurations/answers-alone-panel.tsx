import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { ReasonField } from './reason-field.tsx';

/** Accepts in writing that security answers alone may be enough; without it, such a policy can't be published. */
export function AnswersAlonePanel(props: {
  /** Why it is accepted; undefined where it is not. */
  readonly reason: string | undefined;
  readonly showErrors: boolean;
  readonly onChange: (reason: string | undefined) => void;
}) {
  const { reason, showErrors, onChange } = props;
  const { readOnly } = useDraft();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Only needed where somebody gets through with security answers and nothing else that counts. Better ask for a code as well."
        >
          Accepted risk
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Checkbox
          checked={reason !== undefined}
          disabled={readOnly}
          description="Colleagues and strangers guess answers or look them up. Whoever does so sets the password of the account."
          onChange={({ detail }) => onChange(detail.checked ? '' : undefined)}
        >
          We accept that security answers alone are enough
        </Checkbox>
        {reason !== undefined && (
          <ReasonField
            label="Why answers alone are accepted"
            reason={reason}
            showErrors={showErrors}
            onChange={onChange}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
