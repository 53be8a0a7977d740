import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';

/**
 * The sum of metrics of AWS. One that has no value in a stretch of time counts as none there: added plainly, a single function
 * that was not called would make the sum of all be missing.
 */
export const summed = (
  metrics: readonly IMetric[],
  label: string,
  period = Duration.minutes(5),
): MathExpression =>
  over(metrics, (ids) => `SUM([${ids.map((id) => `FILL(${id}, 0)`).join(', ')}])`, label, period);

/** An expression over metrics of AWS, ten at most in an alarm. */
export function over(
  metrics: readonly IMetric[],
  expression: (ids: readonly string[]) => string,
  label: string,
  period = Duration.minutes(5),
): MathExpression {
  const each = metrics.map((metric, index) => [`m${index}`, metric] as const);
  return new MathExpression({
    expression: expression(each.map(([id]) => id)),
    usingMetrics: Object.fromEntries(each),
    period,
    label,
  });
}
