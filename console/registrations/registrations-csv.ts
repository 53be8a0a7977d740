import { pages } from '../../client/pages.ts';
import { REPORT_COLUMNS, reportCells } from '../../client/registrations-report.ts';
import { api } from '../api.ts';
import type { CsvReport } from '../parts/use-csv-report.ts';
import { queryOf, type RegistrationFilter } from './filter.ts';

/** As many as the API looks at for one page. */
const A_PAGE = '500';

/** Everybody who passes the filter, as a file. */
export const registrationsCsv = (filter: RegistrationFilter): CsvReport => ({
  name: 'registrations',
  columns: REPORT_COLUMNS,
  async *pages(signal) {
    const asked = pages((cursor) =>
      api.call('GET /api/admin/registrations', {
        query: { ...queryOf(filter), limit: A_PAGE, cursor },
        signal,
      }),
    );
    for await (const { rows, looked } of asked) yield { rows: rows.map(reportCells), looked };
  },
});
