import Button from '@cloudscape-design/components/button';
import { useCallback, useMemo } from 'react';
import type { Prospect, ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';
import { CsvButton } from '../parts/csv-button.tsx';
import { instantWords } from '../parts/instant-words.ts';
import { goInstead } from '../parts/link-with.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { usePages } from '../parts/use-pages.ts';
import { preFlightCsv } from './pre-flight-csv.ts';
import { isFiltered, preFlightLink, type ProspectFilter } from './filter.ts';
import { PROSPECT_COLUMNS } from './prospect-columns.tsx';
import { ProspectFilterBar } from './prospect-filter-bar.tsx';

type Page = ReplyOf<'GET /api/admin/pre-flight'>;

const rowCount = ({ rows }: Page): number => rows.length;
const keyOf = ({ person }: Prospect): string => `${person.domain}/${person.guid}`;
const change = (filter: ProspectFilter): void => goInstead(preFlightLink(filter));

/** Everybody the last run looked at, page by page. */
export function ProspectList({ filter }: { readonly filter: ProspectFilter }) {
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      api.call('GET /api/admin/pre-flight', {
        query: { colour: filter.colour, fix: filter.fix, cursor },
        signal,
      }),
    [filter],
  );
  const paged = usePages(load, rowCount);
  const rows = useMemo(() => paged.pages.flatMap((page) => page.rows), [paged.pages]);
  const looked = paged.pages.reduce((sum, page) => sum + page.looked, 0);
  const run = paged.pages[0]?.run;
  return (
    <PagedTable<Page, Prospect>
      title="People"
      {...(run?.finishedAt !== undefined && { description: `As of ${instantWords(run.finishedAt)}` })}
      paged={paged}
      rows={rows}
      columns={PROSPECT_COLUMNS}
      keyOf={keyOf}
      progress={`${looked.toLocaleString('en')} looked at, ${rows.length.toLocaleString('en')} shown.`}
      filter={<ProspectFilterBar filter={filter} onChange={change} />}
      actions={<CsvButton report={preFlightCsv(filter)} />}
      empty={
        run === null
          ? 'There has been no pre-flight yet; one runs every night.'
          : 'Nobody matches the filter.'
      }
      emptyAction={isFiltered(filter) && <Button onClick={() => change({})}>Clear filter</Button>}
    />
  );
}
