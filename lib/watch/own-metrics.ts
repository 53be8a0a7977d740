import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionName } from '../../lambdas/environment.ts';
import { type DimensionOf, metricNamespace, METRICS, type MetricName } from '../../lambdas/metrics.ts';

/** Only where a dimension has one of these values, or none of them. */
export interface Where<N extends MetricName> {
  readonly dimension: DimensionOf<N>;
  readonly is?: readonly string[];
  readonly isNot?: readonly string[];
}

interface AskedHow<N extends MetricName> {
  readonly where?: Where<N>;
  readonly statistic?: 'SUM' | 'MAX';
  readonly period?: Duration;
}

const FIVE_MINUTES = Duration.minutes(5);

/**
 * What our own functions emit, as charts and alarms of one environment read it. A metric or a dimension that METRICS does not list
 * does not compile.
 */
export function ownMetrics(environment: string) {
  const namespace = metricNamespace(environment);
  const schema = (name: MetricName): readonly string[] => [...METRICS[name].dimensions, 'service'].toSorted();
  const search = (name: MetricName, period: Duration, statistic: string): string =>
    `SEARCH('{${[namespace, ...schema(name)].join(',')}} MetricName="${name}"', '${statistic}', ${period.toSeconds()})`;
  const expression = (text: string, label: string, period: Duration): MathExpression =>
    new MathExpression({ expression: text, usingMetrics: {}, label, period });
  return {
    /** Over all functions and dimensions, for a chart: an alarm cannot search. */
    total: (name: MetricName, label: string = name, period: Duration = FIVE_MINUTES): MathExpression =>
      expression(`SUM(${search(name, period, 'Sum')})`, label, period),

    /** The largest value of the period, for what is told as it stands. */
    latest: (name: MetricName, label: string = name, period: Duration = FIVE_MINUTES): MathExpression =>
      expression(`MAX(${search(name, period, 'Maximum')})`, label, period),

    /** A line for each value of a dimension, for a chart. */
    each: <N extends MetricName>(
      name: N,
      by: DimensionOf<N> | 'service',
      period: Duration = FIVE_MINUTES,
    ): MathExpression => expression(search(name, period, 'Sum'), `${name} \${PROP('Dim.${by}')}`, period),

    /** Over all functions and dimensions, for an alarm: looks back three hours at most. */
    asked: <N extends MetricName>(
      name: N,
      { where, statistic = 'SUM', period = FIVE_MINUTES }: AskedHow<N> = {},
    ): MathExpression =>
      expression(
        `SELECT ${statistic}(${name}) FROM SCHEMA("${namespace}", ${schema(name).join(', ')})${where ? ` WHERE ${conditionOf(where)}` : ''}`,
        name,
        period,
      ),

    /** Exactly as one function emits it, for an alarm over a longer time. */
    exactly: <N extends MetricName>(
      name: N,
      service: FunctionName,
      dimensions: Readonly<Record<DimensionOf<N>, string>>,
      {
        period = FIVE_MINUTES,
        statistic = 'Sum',
      }: { readonly period?: Duration; readonly statistic?: string } = {},
    ): Metric =>
      new Metric({
        namespace,
        metricName: name,
        dimensionsMap: { ...(dimensions as Readonly<Record<string, string>>), service },
        statistic,
        period,
      }),
  };
}
export type OwnMetrics = ReturnType<typeof ownMetrics>;

const conditionOf = ({ dimension, is = [], isNot = [] }: Where<MetricName>): string =>
  is.length > 0
    ? is.map((value) => `${dimension} = '${value}'`).join(' OR ')
    : isNot.map((value) => `${dimension} != '${value}'`).join(' AND ');
