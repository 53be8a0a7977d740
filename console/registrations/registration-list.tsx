import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useMemo, useState } from 'react';
import { ApiProblem, type Registration, type ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';
import { useDraft } from '../draft.tsx';
import { CsvButton } from '../parts/csv-button.tsx';
import { goInstead } from '../parts/link-with.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { usePages } from '../parts/use-pages.ts';
import { useVisit } from '../session.tsx';
import { personKey } from './act-on-people.ts';
import { columnsOf } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered, queryOf, registrationsLink, type RegistrationFilter } from './filter.ts';
import { PeopleActs } from './people-acts.tsx';
import { registrationsCsv } from './registrations-csv.ts';

type Page = ReplyOf<'GET /api/admin/registrations'>;

const keyOf = ({ person }: Registration): string => personKey(person);
const rowCount = ({ rows }: Page): number => rows.length;
const change = (filter: RegistrationFilter): void => goInstead(registrationsLink(filter));
const unitTrouble = (trouble: unknown): string | undefined =>
  trouble instanceof ApiProblem && trouble.code === 'unit-unknown'
    ? 'The directory has no such OU. Choose another one, or clear the filter.'
    : undefined;

/** Everybody who passes the filter, page by page, and what can be done to those who are picked. */
export function RegistrationList({ filter }: { readonly filter: RegistrationFilter }) {
  const { inForce } = useDraft();
  const { has } = useVisit();
  const [picked, setPicked] = useState<readonly Registration[]>([]);
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      api.call('GET /api/admin/registrations', { query: { ...queryOf(filter), cursor }, signal }),
    [filter],
  );
  const paged = usePages(load, rowCount);
  const rows = useMemo(() => paged.pages.flatMap((page) => page.rows), [paged.pages]);
  const shown = new Set(rows.map(keyOf));
  const still = picked.filter((row) => shown.has(keyOf(row)));
  const looked = paged.pages.reduce((sum, page) => sum + page.looked, 0);
  const columns = useMemo(() => columnsOf(filter, inForce.document), [filter, inForce.document]);
  const actedOn = () => {
    setPicked([]);
    paged.restart();
  };
  return (
    <PagedTable<Page, Registration>
      title="People"
      paged={paged}
      rows={rows}
      columns={columns}
      keyOf={keyOf}
      explain={unitTrouble}
      progress={`${looked.toLocaleString('en')} looked at, ${rows.length.toLocaleString('en')} shown.`}
      filter={<FilterBar filter={filter} onChange={change} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CsvButton report={registrationsCsv(filter)} />
          <PeopleActs people={still} onActed={actedOn} />
        </SpaceBetween>
      }
      empty={emptySays(filter)}
      emptyAction={isFiltered(filter) && <Button onClick={() => change({})}>Clear filter</Button>}
      {...(has('help-desk', 'administrator') && {
        selection: {
          selectedItems: still,
          onSelectionChange: ({ detail }) => setPicked(detail.selectedItems),
          ariaLabels: {
            selectionGroupLabel: 'Pick people',
            allItemsSelectionLabel: () => 'Pick everybody shown',
            itemSelectionLabel: (_, { name }) => `Pick ${name}`,
          },
        },
      })}
    />
  );
}

function emptySays(filter: RegistrationFilter): string {
  const { status, ...rest } = filter;
  if (!isFiltered(rest) && (status === undefined || status === 'registered'))
    return 'No one has registered yet.';
  return 'No one matches the filter.';
}
