import { AddSelect } from '../parts/add-select.tsx';
import { OrderedTable } from '../parts/ordered-table.tsx';
import { moved } from '../parts/ordering.ts';
import { COUNTRIES, countryName } from './countries.ts';

/** The countries whose numbers may be sent a text; the first is that of numbers that do not say. */
export function CountriesTable(props: {
  readonly countries: readonly string[];
  readonly onChange: (countries: readonly string[]) => void;
}) {
  const { countries, onChange } = props;
  return (
    <OrderedTable
      title="Countries"
      description="Numbers of other countries can’t be registered, and are never sent a text. Each country more is one more that texts can be sent to at your expense: list those where your people are."
      rows={countries.map((code, index) => ({
        key: code,
        name: countryName(code),
        detail: index === 0 ? `${code}: numbers without a country code are taken for its own` : code,
      }))}
      detailHeader="Code (ISO 3166-1)"
      empty="No country: nobody can be sent a text. Add those where your people are."
      onMove={(code, by) => {
        onChange(moved(countries, (one) => one === code, by));
        return Promise.resolve();
      }}
      onRemove={(code) => onChange(countries.filter((one) => one !== code))}
      footer={
        <AddSelect
          label="Add a country"
          placeholder="Find it by its name"
          empty="Every country is listed."
          options={COUNTRIES.filter((code) => !countries.includes(code)).map((code) => ({
            value: code,
            label: countryName(code),
            labelTag: code,
          }))}
          onAdd={(code) => onChange([...countries.filter((one) => one !== code), code])}
        />
      }
    />
  );
}
