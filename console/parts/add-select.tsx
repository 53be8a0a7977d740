import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';

/** Adds what is picked, at once; for lists that can be picked from. */
export const AddSelect = (props: {
  readonly label: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly options: SelectProps.Options;
  readonly onAdd: (value: string) => void;
}) => (
  <FormField label={props.label}>
    <Select
      selectedOption={null}
      placeholder={props.placeholder}
      filteringType="auto"
      filteringAriaLabel="Find"
      filteringPlaceholder="Find"
      filteringClearAriaLabel="Clear"
      noMatch="Nothing matches"
      empty={props.empty}
      options={props.options}
      onChange={({ detail }) => props.onAdd(detail.selectedOption.value ?? '')}
    />
  </FormField>
);
