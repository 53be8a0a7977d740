import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useDraft } from '../draft.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { DirectoryField } from '../parts/directory-field.tsx';
import { STATUS_WORDS } from '../parts/status-words.ts';
import { filterOf, isFiltered, queryOf, type RegistrationFilter } from './filter.ts';

/** Narrows the list of registrations. */
export function FilterBar(props: {
  readonly filter: RegistrationFilter;
  readonly onChange: (filter: RegistrationFilter) => void;
}) {
  const { filter, onChange } = props;
  const { inForce } = useDraft();
  const change = (part: Readonly<Record<string, string | undefined>>) => {
    const merged = Object.entries({ ...queryOf(filter), ...part });
    onChange(filterOf(new URLSearchParams(merged.flatMap(([key, value]) => (value ? [[key, value]] : [])))));
  };
  const configurations = inForce.document.userConfigurations.map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={3}>
        <ChoiceField
          label="Status"
          options={Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }))}
          chosen={filter.status}
          onChange={(status) => change({ status })}
        />
        <ChoiceField
          label="User configuration"
          options={configurations}
          chosen={filter.userConfiguration}
          onChange={(userConfiguration) => change({ userConfiguration })}
        />
        <FormField label="Under OU">
          {filter.under === undefined ? (
            <DirectoryField
              kind="unit"
              onChosen={({ distinguishedName }) => change({ under: distinguishedName })}
            />
          ) : (
            <TokenGroup
              items={[{ label: filter.under, dismissLabel: `Remove ${filter.under} from the filter` }]}
              onDismiss={() => change({ under: undefined })}
            />
          )}
        </FormField>
        <Day label="Changed since" day={filter.since} onChange={(since) => change({ since })} />
        <Day label="Changed before" day={filter.before} onChange={(before) => change({ before })} />
      </ColumnLayout>
      {isFiltered(filter) && <Button onClick={() => onChange({})}>Clear filter</Button>}
    </SpaceBetween>
  );
}

const Day = (props: {
  readonly label: string;
  readonly day: string | undefined;
  readonly onChange: (day: string) => void;
}) => (
  <FormField label={props.label} constraintText="YYYY/MM/DD, in UTC">
    <DatePicker
      value={props.day ?? ''}
      placeholder="YYYY/MM/DD"
      openCalendarAriaLabel={(chosen) => `Choose a date${chosen ? `, chosen is ${chosen}` : ''}`}
      onChange={({ detail }) => props.onChange(detail.value)}
    />
  </FormField>
);
