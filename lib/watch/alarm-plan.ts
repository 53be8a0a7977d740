import type { Dimension, MetricName } from '../../lambdas/metrics.ts';
import type { Where } from './own-metrics.ts';

/** How soon somebody must act: now, at night as well; within a working day; not at all, but somebody should know. */
export const SEVERITIES = ['page', 'ticket', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A sum of ours that an alarm asks for. */
export interface Asked {
  readonly metric: MetricName;
  readonly where?: {
    readonly dimension: Dimension;
    readonly is?: readonly string[];
    readonly isNot?: readonly string[];
  };
  /** The sum, when left out. */
  readonly statistic?: 'SUM' | 'MAX';
}

/** One alarm: when it rings, what it means for people, and what to do first. Its name is its heading in the runbook. */
export interface AlarmPlan {
  readonly severity: Severity;
  /** What it reads; where it is left out, it is AWS's own metric of that name in platform-metrics.ts. */
  readonly asked?: Asked;
  /** Rings from this value on; with `below`, at it and below it. */
  readonly from: number;
  readonly below?: true;
  /** The stretch of time that one value is for; five minutes when left out. */
  readonly minutes?: number;
  /** In how many stretches running. */
  readonly lasting: number;
  /** How many of those are enough; all, when left out. */
  readonly enough?: number;
  /** No values at all ring too: what should speak is silent. */
  readonly silenceRings?: true;
  /** Is not made where there is none. */
  readonly needs?: 'canary';
  /** Tells nobody while that one rings, which has the same cause. */
  readonly quietDuring?: 'DirectoryDown' | 'TunnelsDown';
  readonly impact: string;
  readonly firstStep: string;
}

/** What an alarm asks for; a dimension that the metric does not have does not compile. */
export const asked = <N extends MetricName>(
  metric: N,
  where?: Where<N>,
  statistic?: Asked['statistic'],
): Asked => ({
  metric,
  ...(where && { where }),
  ...(statistic && { statistic }),
});
