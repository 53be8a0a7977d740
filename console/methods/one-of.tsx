import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useDraft } from '../draft.tsx';

/** One of a few values, each in words. */
export function OneOf<T extends string>(props: {
  readonly label: string;
  readonly description?: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  /** What is risky about what is chosen, and what to do. */
  readonly warning?: string | undefined;
  readonly onChange: (value: T) => void;
}) {
  const { label, description, value, options, warning, onChange } = props;
  const { readOnly } = useDraft();
  const values = Object.keys(options) as T[];
  return (
    <FormField label={label} {...(description !== undefined && { description })} warningText={warning}>
      <RadioGroup
        value={value}
        readOnly={readOnly}
        items={values.map((each) => ({ value: each, label: options[each] }))}
        onChange={({ detail }) => onChange(detail.value as T)}
      />
    </FormField>
  );
}
