import PieChart from '@cloudscape-design/components/pie-chart';
import { STATUS_WORDS } from '../parts/status-words.ts';
import { countOf, coverageOf, percentWords, STATUSES } from './coverage.ts';

/** The parts of all people. The same numbers stand in the table beside it. */
export function CoverageChart({ byStatus }: { readonly byStatus: Readonly<Record<string, number>> }) {
  const data = STATUSES.map((status) => ({
    title: STATUS_WORDS[status],
    value: countOf(byStatus, status),
  })).filter(({ value }) => value > 0);
  return (
    <PieChart
      variant="donut"
      size="medium"
      data={data}
      hideFilter
      hideTitles
      innerMetricValue={percentWords(coverageOf(byStatus))}
      innerMetricDescription="registered"
      ariaLabel="People by registration"
      ariaDescription="The table “People by registration” has the same numbers."
      segmentDescription={({ value }) => value.toLocaleString('en')}
      detailPopoverContent={({ value }) => [{ key: 'People', value: value.toLocaleString('en') }]}
    />
  );
}
