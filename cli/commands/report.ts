import type { Registration, RegistrationCounts, Status } from '../../client/api-types.ts';
import { addedCounts, sums } from '../../client/impact.ts';
import { csvText } from '../../client/csv-text.ts';
import { pages } from '../../client/pages.ts';
import { REPORT_COLUMNS, reportCells } from '../../client/registrations-report.ts';
import { dayOrInstant } from '../day.ts';
import { progress } from '../progress.ts';
import type { Setting } from '../setting.ts';
import { columnWidths, rowsText, tableText } from '../table-text.ts';

export interface ReportFilter {
  readonly status?: Status;
  readonly configuration?: string;
  readonly under?: string;
  readonly since?: string;
  readonly before?: string;
}

/** As many as a screen is wide enough for. */
const SHOWN = 6;
/** A request's worth of work for the service. */
const A_PAGE = '500';

/** Pages of the report, as they come: a hundred thousand people are never in memory. */
async function* rowsOf({ call, terminal }: Setting, filter: ReportFilter) {
  const { status, under, configuration: userConfiguration, since, before } = filter;
  const query = {
    status,
    under,
    userConfiguration,
    since: since === undefined ? undefined : dayOrInstant(since, '--since'),
    before: before === undefined ? undefined : dayOrInstant(before, '--before'),
    limit: A_PAGE,
  };
  const bar = progress(terminal, 'Looking at people', { amidData: true });
  try {
    for await (const page of pages((cursor) =>
      call('GET /api/admin/registrations', { query: { ...query, cursor } }),
    )) {
      yield page.rows;
      bar.advance(page.looked);
    }
  } finally {
    bar.end();
  }
}

/** Who is registered, partly, out of date, never: a table, CSV, or a JSON object a line; each page is written as it comes. */
export async function report(setting: Setting, filter: ReportFilter, csv: boolean): Promise<void> {
  const { terminal, json } = setting;
  if (csv) terminal.data(csvText([REPORT_COLUMNS]));
  const write = csv ? csvOf : json ? jsonOf : tables();
  let count = 0;
  for await (const rows of rowsOf(setting, filter)) {
    if (rows.length > 0) terminal.data(write(rows));
    count += rows.length;
  }
  terminal.talk(count === 1 ? '1 person.' : `${count} people.`);
}

const csvOf = (rows: readonly Registration[]): string => csvText(rows.map(reportCells));
const jsonOf = (rows: readonly Registration[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** Tables whose columns are as wide as the first page needs them. */
function tables() {
  let widths: readonly number[] | undefined;
  return (rows: readonly Registration[]): string => {
    const shown = rows.map((row) => reportCells(row).slice(0, SHOWN));
    const head = REPORT_COLUMNS.slice(0, SHOWN);
    const lines = widths ? shown : [head, ...shown];
    widths ??= columnWidths(head, shown);
    return rowsText(widths, lines);
  };
}

/** How many are registered, partly, out of date, never. */
export async function counts(setting: Setting, under: string | undefined): Promise<void> {
  const { call, terminal, json } = setting;
  const bar = progress(terminal, 'Counting people');
  let sum: RegistrationCounts = { looked: 0, byStatus: {}, byUserConfiguration: {} };
  const asked = pages((cursor) => call('GET /api/admin/registrations/counts', { query: { under, cursor } }));
  try {
    for await (const soFar of sums(asked, addedCounts)) {
      bar.advance(soFar.looked - sum.looked);
      sum = soFar;
    }
  } finally {
    bar.end();
  }
  if (json) return terminal.data(JSON.stringify(sum, null, 2));
  const rows = Object.entries(sum.byStatus).map(([status, count]) => [status, String(count)]);
  terminal.data(tableText(['status', 'people'], [...rows, ['all', String(sum.looked)]]));
}
