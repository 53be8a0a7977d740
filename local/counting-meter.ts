import type { Meter, MetricName } from '../lambdas/metrics.ts';

/** How often something happened, with one dimension's value or without. */
export interface Count {
  readonly metric: MetricName;
  /** `method=email-code`; '' for none. */
  readonly dimension: string;
  readonly count: number;
}

/** A meter that keeps its counts in memory, in the order in which they first came up. */
export interface CountingMeter extends Meter {
  /** What the line of another process tells, which no compiler has looked at. */
  add(metric: MetricName, dimensions: Readonly<Record<string, string>>, times: number): void;
  counts(): readonly Count[];
}

/** A meter that has counted nothing yet. */
export function countingMeter(): CountingMeter {
  const counted = new Map<string, Count>();
  const add: CountingMeter['add'] = (metric, dimensions, times) => {
    const dimension = Object.entries(dimensions)
      .map(([name, value]) => `${name}=${value}`)
      .join(', ');
    const key = `${metric} ${dimension}`;
    counted.set(key, { metric, dimension, count: (counted.get(key)?.count ?? 0) + times });
  };
  return {
    count: (metric: MetricName, dimensions: Readonly<Record<string, string>> = {}, times = 1) =>
      add(metric, dimensions, times),
    add,
    counts: () => [...counted.values()],
  };
}
