import * as z from 'zod';
import { METRICS, type MetricName } from '../lambdas/metrics.ts';
import type { CountingMeter } from './counting-meter.ts';

/** A line of CloudWatch's embedded metric format, as far as we write it. */
const LINE = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

/** Counts what a line of the embedded metric format tells; other lines tell nothing. */
export function countEmbedded(line: string, meter: Pick<CountingMeter, 'add'>): void {
  if (!line.startsWith('{"_aws"')) return;
  const told = LINE.parse(JSON.parse(line));
  for (const { Dimensions, Metrics } of told._aws.CloudWatchMetrics)
    for (const { Name } of Metrics.filter(({ Name: name }) => Object.hasOwn(METRICS, name))) {
      // Every metric has the function's name; only what goes beyond that is a dimension of the meter.
      const names = Dimensions.flat().filter((name) => name !== 'service');
      const dimensions = Object.fromEntries(names.map((name) => [name, String(told[name])]));
      const values = [told[Name]].flat().map(Number);
      meter.add(
        Name as MetricName,
        dimensions,
        values.reduce((sum, value) => sum + value, 0),
      );
    }
}
