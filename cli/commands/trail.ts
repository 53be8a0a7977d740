import type { TrailEntry } from '../../client/api-types.ts';
import { pages } from '../../client/pages.ts';
import { csvText } from '../../client/csv-text.ts';
import { after, dayOrInstant } from '../day.ts';
import type { Setting } from '../setting.ts';

export interface TrailFilter {
  readonly from?: string;
  readonly to?: string;
  readonly user?: string;
  readonly reference?: string;
  readonly kinds?: string;
}

const COLUMNS = ['at', 'kind', 'name', 'what', 'by', 'reference', 'source'];

/** What happened, newest first, as it comes; at most so many events. */
export async function searchTrail(
  { call, terminal, json }: Setting,
  filter: TrailFilter,
  { csv, most }: { readonly csv: boolean; readonly most: number },
): Promise<void> {
  if (csv) terminal.data(csvText([COLUMNS]));
  const write = csv ? csvLine : json ? JSON.stringify : eventLine;
  let left = most;
  const query = queryOf(filter);
  const limit = String(Math.min(most, 100));
  for await (const { events } of pages((cursor) =>
    call('GET /api/admin/trail', { query: { ...query, cursor, limit } }),
  )) {
    for (const event of events.slice(0, left)) terminal.data(write(event));
    left -= events.length;
    if (left <= 0) return terminal.talk(`The newest ${most} are shown; --most shows more.`);
  }
  if (left === most) terminal.talk('Nothing is found.');
}

const queryOf = ({ user, from, to, reference, kinds }: TrailFilter) => ({
  username: user,
  reference,
  kinds,
  from: from === undefined ? undefined : dayOrInstant(from, '--from'),
  to: to === undefined ? undefined : after(to, '--to'),
});

const eventLine = ({ at, reference, name, by, says }: TrailEntry): string =>
  `${at}  ${reference}  ${name ?? '(nobody)'}: ${says}${by === undefined || by === name ? '' : ` (by ${by})`}`;

const csvLine = ({ at, kind, name = '', says, by = '', reference, source }: TrailEntry): string =>
  csvText([[at, kind, name, says, by, reference, source]]);
