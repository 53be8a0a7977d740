import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';

/** A whole number between two bounds; says which they are, and tells undefined while what is typed is no such number. */
export function NumberField(props: {
  readonly label: string;
  readonly description?: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  /** Instead of "a whole number from … to …". */
  readonly refusal?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number | undefined) => void;
}) {
  const { label, description, value, least, most, refusal, disabled = false } = props;
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const shown = value === undefined ? typed : String(value);
  const fits = value !== undefined && value >= least && value <= most;
  return (
    <FormField
      label={label}
      {...(description !== undefined && { description })}
      errorText={fits || disabled ? undefined : (refusal ?? `Type a whole number from ${least} to ${most}.`)}
    >
      <Input
        type="number"
        inputMode="numeric"
        value={shown}
        disabled={disabled}
        step={1}
        nativeInputAttributes={{ min: least, max: most }}
        onChange={({ detail }) => {
          setTyped(detail.value);
          props.onChange(/^\d{1,7}$/.test(detail.value) ? Number(detail.value) : undefined);
        }}
      />
    </FormField>
  );
}
