import { pages } from '../../client/pages.ts';
import { PRE_FLIGHT_COLUMNS, prospectCells } from '../../client/pre-flight-report.ts';
import { api } from '../api.ts';
import type { CsvReport } from '../parts/use-csv-report.ts';
import type { ProspectFilter } from './filter.ts';

/** Everybody who passes the filter, as a file. */
export const preFlightCsv = ({ colour, fix }: ProspectFilter): CsvReport => ({
  name: 'pre-flight',
  columns: PRE_FLIGHT_COLUMNS,
  async *pages(signal) {
    const asked = pages((cursor) =>
      api.call('GET /api/admin/pre-flight', { query: { colour, fix, cursor }, signal }),
    );
    for await (const { rows, looked } of asked) yield { rows: rows.map(prospectCells), looked };
  },
});
