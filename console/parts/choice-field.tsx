import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';

const ANY = { value: '', label: 'Any' };

/** One of a few, or any, to narrow a list by. */
export const ChoiceField = (props: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly onChange: (value: string) => void;
}) => {
  const { label, options, chosen = '', onChange } = props;
  const known = options.find(({ value }) => value === chosen);
  return (
    <FormField label={label}>
      <Select
        // What the address names may be gone by now; then the filter still says what it is.
        selectedOption={known ?? (chosen === '' ? ANY : { value: chosen, label: chosen })}
        options={[ANY, ...options]}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
};
