import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';

/** A metric of DynamoDB of one table. */
export const tableMetric = (
  { tableName }: { readonly tableName: string },
  metricName:
    'ReadThrottleEvents' | 'WriteThrottleEvents' | 'ConsumedReadCapacityUnits' | 'ConsumedWriteCapacityUnits',
  options: MetricOptions,
): Metric =>
  new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: tableName }, ...options });
