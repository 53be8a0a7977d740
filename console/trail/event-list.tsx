import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { ApiProblem, type ReplyOf, type TrailEntry } from '../../client/client.ts';
import { api } from '../api.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { usePages, type Paged } from '../parts/use-pages.ts';
import { detailColumn, EVENT_COLUMNS } from './event-columns.tsx';
import { EventDetail } from './event-detail.tsx';
import { queryOf, type TrailSearch } from './search.ts';

type Page = ReplyOf<'GET /api/admin/trail'>;

const eventCount = ({ events }: Page): number => events.length;
const keyOf = ({ id }: TrailEntry): string => id;

/** Searches the trail, newest first. */
export function useEvents(search: TrailSearch, limit: number): Paged<Page> {
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      api.call('GET /api/admin/trail', {
        query: { ...queryOf(search), limit: String(limit), cursor },
        signal,
      }),
    [search, limit],
  );
  return usePages(load, eventCount, limit);
}

/** Events that were found, each with its details. */
export function EventList(props: {
  readonly title: string;
  readonly paged: Paged<Page>;
  readonly search: TrailSearch;
  readonly description?: string;
  readonly filter?: ReactNode;
  readonly actions?: ReactNode;
  readonly empty: string;
  readonly emptyAction?: ReactNode;
}) {
  const { paged, search, ...rest } = props;
  const [open, setOpen] = useState<TrailEntry>();
  const events = useMemo(() => paged.pages.flatMap((page) => page.events), [paged.pages]);
  const columns = useMemo(() => [...EVENT_COLUMNS, detailColumn(setOpen)], []);
  const explain = (trouble: unknown) =>
    trouble instanceof ApiProblem && trouble.code === 'username-unknown'
      ? `Nobody in the directory is called “${search.username}”. Check the spelling, or search by the reference.`
      : undefined;
  return (
    <>
      <PagedTable {...rest} paged={paged} rows={events} columns={columns} keyOf={keyOf} explain={explain} />
      {open && <EventDetail event={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
