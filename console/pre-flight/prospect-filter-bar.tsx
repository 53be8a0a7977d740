import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ChoiceField } from '../parts/choice-field.tsx';
import { filterOf, isFiltered, type ProspectFilter } from './filter.ts';
import { COLOUR_WORDS } from './colour-words.ts';
import { FIX_WORDS } from './fix-words.ts';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Narrows the list of the pre-flight. */
export function ProspectFilterBar(props: {
  readonly filter: ProspectFilter;
  readonly onChange: (filter: ProspectFilter) => void;
}) {
  const { filter, onChange } = props;
  const change = (part: Readonly<Record<string, string>>) =>
    onChange(filterOf(new URLSearchParams({ ...filter, ...part })));
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={2}>
        <ChoiceField
          label="Would it work?"
          options={optionsOf(COLOUR_WORDS)}
          chosen={filter.colour}
          onChange={(colour) => change({ colour })}
        />
        <ChoiceField
          label="To be put right first"
          options={optionsOf(FIX_WORDS)}
          chosen={filter.fix}
          onChange={(fix) => change({ fix })}
        />
      </ColumnLayout>
      {isFiltered(filter) && <Button onClick={() => onChange({})}>Clear filter</Button>}
    </SpaceBetween>
  );
}
