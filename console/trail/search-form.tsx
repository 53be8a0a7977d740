import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { KIND_WORDS, kindWords } from './kind-words.ts';
import { EVERYTHING, isSearched, type TrailSearch } from './search.ts';

/** Asks what to look for in the trail. Searches on Enter too. */
export function SearchForm(props: {
  readonly search: TrailSearch;
  readonly onSearch: (search: TrailSearch) => void;
}) {
  const { search, onSearch } = props;
  const [mine, setMine] = useState(search);
  const change = (part: Partial<TrailSearch>) => setMine((before) => ({ ...before, ...part }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(mine);
      }}
    >
      <SpaceBetween size="s">
        <ColumnLayout columns={3}>
          <Text
            label="Reference"
            description="As it was read out; found whenever it was."
            value={mine.reference}
            onChange={(reference) => change({ reference })}
          />
          <Text
            label="Person"
            description="A user name, such as asmith."
            value={mine.username}
            onChange={(username) => change({ username })}
          />
          <Kinds kinds={mine.kinds} onChange={(kinds) => change({ kinds })} />
          <Day label="From" day={mine.from} onChange={(from) => change({ from })} />
          <Day label="Before" day={mine.to} onChange={(to) => change({ to })} />
        </ColumnLayout>
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" formAction="submit">
            Search
          </Button>
          {isSearched(search) && (
            <Button formAction="none" onClick={() => onSearch(EVERYTHING)}>
              Clear filter
            </Button>
          )}
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}

const Text = (props: {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <FormField label={props.label} description={props.description}>
    <Input
      value={props.value}
      spellcheck={false}
      autoComplete={false}
      onChange={({ detail }) => props.onChange(detail.value)}
    />
  </FormField>
);

const Kinds = (props: {
  readonly kinds: readonly string[];
  readonly onChange: (kinds: readonly string[]) => void;
}) => (
  <FormField label="What happened" description="Everything, unless something is picked.">
    <Multiselect
      selectedOptions={props.kinds.map((value) => ({ value, label: kindWords(value) }))}
      options={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
      placeholder="Everything"
      deselectAriaLabel={({ label }) => `Remove ${label ?? ''}`}
      onChange={({ detail }) => props.onChange(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
    />
  </FormField>
);

const Day = (props: {
  readonly label: string;
  readonly day: string;
  readonly onChange: (day: string) => void;
}) => (
  <FormField label={props.label} constraintText="YYYY/MM/DD, in UTC">
    <DatePicker
      value={props.day}
      placeholder="YYYY/MM/DD"
      openCalendarAriaLabel={(chosen) => `Choose a date${chosen ? `, chosen is ${chosen}` : ''}`}
      onChange={({ detail }) => props.onChange(detail.value)}
    />
  </FormField>
);
