import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { NumberField } from '../parts/number-field.tsx';
import { MOST_TEXTS, type Typed } from './form.ts';

type Budget = Pick<Typed, 'perHour' | 'perDay'>;

/** How many codes may go out by text, and what stops them before that. */
export function BudgetPanel(props: {
  readonly budget: Budget;
  readonly onChange: (budget: Partial<Budget>) => void;
}) {
  const { perHour, perDay } = props.budget;
  const { readOnly } = useDraft();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Everybody’s together. Anybody may ask for a code on the first page, so these two are what bounds the bill. Notices of a change are not counted: they go to confirmed numbers only."
        >
          How many
        </Header>
      }
    >
      <SpaceBetween size="l">
        <NumberField
          label="Codes in an hour"
          value={Number.isNaN(perHour) ? undefined : perHour}
          least={1}
          most={MOST_TEXTS}
          disabled={readOnly}
          onChange={(count) => props.onChange({ perHour: count ?? Number.NaN })}
        />
        <NumberField
          label="Codes in a day"
          description="The day begins at midnight, UTC."
          value={Number.isNaN(perDay) ? undefined : perDay}
          least={1}
          most={MOST_TEXTS}
          disabled={readOnly}
          onChange={(count) => props.onChange({ perDay: count ?? Number.NaN })}
        />
        {perDay < perHour && (
          <Alert type="error" statusIconAriaLabel="Error">
            Fewer may go out in a day than in an hour. Raise the one, or lower the other.
          </Alert>
        )}
        <div>
          <Box variant="awsui-key-label">The breaker</Box>
          From the 50th code of an hour on, texts stop if fewer than one in five of them led to a proof:
          whoever has texts sent for profit never types a code. They go out again once enough did, or in the
          next hour. Whoever gets no text sees the same page as before and can take another way. The metric
          TextDropped says how many were not sent, and why.
        </div>
      </SpaceBetween>
    </Container>
  );
}
