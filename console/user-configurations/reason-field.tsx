import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useDraft } from '../draft.tsx';
import { isReasoned } from './accepted-risks.ts';

/** Who accepted a risk, and why: what an auditor will read. */
export function ReasonField(props: {
  readonly label: string;
  readonly reason: string;
  readonly showErrors: boolean;
  readonly onChange: (reason: string) => void;
}) {
  const { label, reason, showErrors, onChange } = props;
  const { readOnly } = useDraft();
  return (
    <FormField
      label={label}
      description="Who decided it, and why. It is kept with the version, and an auditor will read it."
      constraintText="20 characters or more"
      errorText={
        showErrors && !isReasoned(reason)
          ? 'Write down who decided it and why, in 20 characters or more.'
          : undefined
      }
    >
      <Textarea
        value={reason}
        rows={2}
        readOnly={readOnly}
        ariaRequired
        nativeTextareaAttributes={{ maxLength: 500 }}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}
