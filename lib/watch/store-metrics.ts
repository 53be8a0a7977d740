import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Reads } from './reads.ts';
import { over, summed } from './summed.ts';
import { tableMetric } from './table-metric.ts';
import type { Watched } from './watched.ts';

const HOUR = Duration.hours(1);

/** What the alarms read of the store, its back-ups and the queue of dead letters. */
export function storeMetrics({ tables, deadLetters, backupVaultName }: Watched): Reads {
  const named = Object.values(tables).map(({ tableName }) => tableName);
  return {
    StoreFailing: new MathExpression({
      expression: `SELECT SUM(SystemErrors) FROM SCHEMA("AWS/DynamoDB", Operation, TableName) WHERE ${named.map((name) => `TableName = '${name}'`).join(' OR ')}`,
      usingMetrics: {},
      label: 'errors of DynamoDB',
    }),
    StoreThrottled: summed(
      Object.values(tables).flatMap((table) =>
        (['ReadThrottleEvents', 'WriteThrottleEvents'] as const).map((name) =>
          tableMetric(table, name, { statistic: 'Sum' }),
        ),
      ),
      'turned away',
    ),
    DeadLetters: summed(
      deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
      'dead letters',
    ),
    DeadLettersOld: over(
      deadLetters.map((queue) => queue.metricApproximateAgeOfOldestMessage({ period: HOUR })),
      (ids) => `MAX([${ids.map((id) => `FILL(${id}, 0)`).join(', ')}])`,
      'age of the oldest, in seconds',
      HOUR,
    ),
    BackupFailed:
      backupVaultName === undefined
        ? undefined
        : new Metric({
            namespace: 'AWS/Backup',
            metricName: 'NumberOfBackupJobsFailed',
            dimensionsMap: { BackupVaultName: backupVaultName },
            statistic: 'Sum',
            period: HOUR,
          }),
  };
}
