import * as z from 'zod';
import { METRICS, type Meter, type MetricName } from '../lambdas/metrics.ts';

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
export function countEmbedded(line: string, meter: Meter): void {
  if (!line.startsWith('{"_aws"')) return;
  const told = LINE.parse(JSON.parse(line));
  for (const { Dimensions, Metrics } of told._aws.CloudWatchMetrics)
    for (const { Name } of Metrics.filter(({ Name: name }) => Object.hasOwn(METRICS, name))) {
      // Every metric has the function's name; only what goes beyond that is a dimension of the meter.
      const names = Dimensions.flat().filter((name) => name !== 'service');
      const dimensions = Object.fromEntries(names.map((name) => [name, String(told[name])]));
      const times = Array.isArray(told[Name]) ? told[Name].length : Number(told[Name]);
      for (let i = 0; i < times; i += 1) meter.count(Name as MetricName, dimensions);
    }
}
