import { useEffect, useRef, useState } from 'react';
import { pages } from '../../client/pages.ts';
import { api } from '../api.ts';
import { useNotices } from '../notices.tsx';
import { download } from '../parts/download.ts';
import { csvText } from '../../client/csv-text.ts';
import { REPORT_COLUMNS, reportCells } from '../../client/registrations-report.ts';
import { queryOf, type RegistrationFilter } from './filter.ts';

/** Without it spreadsheets on Windows read other alphabets than their own wrongly. */
const BYTE_ORDER_MARK = '\ufeff';

/** As many as the API looks at for one page. */
const A_PAGE = '500';

export interface CsvExport {
  /** People looked at so far; undefined while nothing is exported. */
  readonly looked: number | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Puts everybody who passes the filter into one CSV file, over all pages; can be left off at any time. */
export function useCsvExport(filter: RegistrationFilter): CsvExport {
  const notices = useNotices();
  const [looked, setLooked] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const run = async (leaving: AbortController) => {
    const texts = [BYTE_ORDER_MARK, csvText([REPORT_COLUMNS])];
    const asked = pages((cursor) =>
      api.call('GET /api/admin/registrations', {
        query: { ...queryOf(filter), limit: A_PAGE, cursor },
        signal: leaving.signal,
      }),
    );
    let [people, rows] = [0, 0];
    for await (const page of asked) {
      texts.push(csvText(page.rows.map(reportCells)));
      people += page.looked;
      rows += page.rows.length;
      setLooked(people);
    }
    const name = `registrations-${new Date().toISOString().slice(0, 10)}.csv`;
    download(name, 'text/csv', texts);
    notices.done(`${name} holds ${rows === 1 ? 'one person' : `${rows.toLocaleString('en')} people`}.`);
  };
  const start = () => {
    const leaving = new AbortController();
    running.current = leaving;
    setLooked(0);
    run(leaving)
      .catch((cause: unknown) => {
        if (!leaving.signal.aborted) notices.failed('The CSV file was not made. Export it again', cause);
      })
      .finally(() => setLooked(undefined));
  };
  return { looked, start, cancel: () => running.current?.abort() };
}
