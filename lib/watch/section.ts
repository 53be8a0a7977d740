import type { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';

/** What a line of a graph is of. */
export type Charted = Metric | MathExpression;

/** A line across a graph, with words. */
export interface Threshold {
  readonly value: number;
  readonly label: string;
}

/** One graph; its axis begins at none. */
export interface Graph {
  readonly title: string;
  readonly metrics: readonly Charted[];
  /** What the axis counts, when not how often. */
  readonly unit?: string;
  readonly thresholds?: readonly Threshold[];
}

/** One row of a dashboard: graphs of the same stretch of time, and what they look like when all is well. */
export interface Section {
  readonly title: string;
  readonly good: string;
  readonly graphs: readonly Graph[];
}
