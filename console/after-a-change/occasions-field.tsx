import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { OCCASIONS, type Occasion } from './form.ts';

const EVERY = Object.keys(OCCASIONS) as readonly Occasion[];

/** After what a post action is done: of one or both. */
export function OccasionsField(props: {
  readonly after: readonly Occasion[];
  readonly errorText: string | undefined;
  readonly onChange: (after: readonly Occasion[]) => void;
}) {
  const { after, errorText, onChange } = props;
  const { readOnly } = useDraft();
  return (
    <FormField
      label="Done after"
      description="Only after one that was done; not after one that was refused, nor after a change of a known password."
      errorText={errorText}
    >
      <SpaceBetween size="xs">
        {EVERY.map((occasion) => (
          <Checkbox
            key={occasion}
            checked={after.includes(occasion)}
            disabled={readOnly}
            onChange={({ detail }) =>
              onChange(EVERY.filter((one) => (one === occasion ? detail.checked : after.includes(one))))
            }
          >
            {OCCASIONS[occasion]}
          </Checkbox>
        ))}
      </SpaceBetween>
    </FormField>
  );
}
