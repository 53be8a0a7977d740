import { METRICS } from '../../lambdas/metrics.ts';
import type { Frame } from '../../portal/frame.ts';
import type { Count } from '../counting-meter.ts';
import { demoPage } from './page.tsx';

/** What was counted since the start; on AWS these are CloudWatch metrics. */
export const metricsPage = (frame: Frame, counts: readonly Count[]): string =>
  demoPage(
    frame,
    'Metrics',
    <table>
      <caption class="unseen">Counts since the start</caption>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">Of which</th>
          <th scope="col">Count</th>
        </tr>
      </thead>
      <tbody>
        {counts.length === 0 && (
          <tr>
            <td colspan={3}>Nothing was counted yet.</td>
          </tr>
        )}
        {counts
          .toSorted((one, other) => one.metric.localeCompare(other.metric))
          .map(({ metric, dimension, count }) => (
            <tr>
              <td>
                <strong>{metric}</strong>
                <br />
                <span class="soft">{METRICS[metric].what}</span>
              </td>
              <td>{dimension}</td>
              <td>{count}</td>
            </tr>
          ))}
      </tbody>
    </table>,
  );
