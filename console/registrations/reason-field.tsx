import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';

/** The longest reason the API takes. */
const LONGEST = 500;

/** Whether the API takes it for a reason. */
export const isReason = (typed: string): boolean => typed.trim() !== '' && typed.trim().length <= LONGEST;

/** Why something is done to people. */
export const ReasonField = (props: {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}) => (
  <FormField
    label="Reason"
    description="Kept in the trail, with your name. They are not shown it."
    errorText={props.reason.trim().length > LONGEST ? `Use at most ${LONGEST} characters.` : undefined}
  >
    <Textarea value={props.reason} rows={2} onChange={({ detail }) => props.onChange(detail.value)} />
  </FormField>
);
