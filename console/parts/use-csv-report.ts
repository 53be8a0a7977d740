import { useEffect, useRef, useState } from 'react';
import { csvText } from '../../client/csv-text.ts';
import { useNotices } from '../notices.tsx';
import { download } from './download.ts';

/** Without it spreadsheets on Windows read other alphabets than their own wrongly. */
const BYTE_ORDER_MARK = '\ufeff';

/** A report that comes page by page. */
export interface CsvReport {
  /** The file is called `<name>-<day>.csv`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Each page's rows, and how many people were looked at for it. */
  readonly pages: (
    signal: AbortSignal,
  ) => AsyncIterable<{ readonly rows: readonly (readonly string[])[]; readonly looked: number }>;
}

export interface CsvExport {
  /** People looked at so far; undefined while nothing is exported. */
  readonly looked: number | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Puts a whole report into one CSV file, over all its pages; can be left off at any time. */
export function useCsvReport(report: CsvReport): CsvExport {
  const notices = useNotices();
  const [looked, setLooked] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const run = async (leaving: AbortController) => {
    const texts = [BYTE_ORDER_MARK, csvText([report.columns])];
    let [people, rows] = [0, 0];
    for await (const page of report.pages(leaving.signal)) {
      texts.push(csvText(page.rows));
      people += page.looked;
      rows += page.rows.length;
      setLooked(people);
    }
    const name = `${report.name}-${new Date().toISOString().slice(0, 10)}.csv`;
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
