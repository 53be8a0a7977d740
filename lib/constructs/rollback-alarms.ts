import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { metricNamespace, type MetricName } from '../../lambdas/metrics.ts';
import type { RecoveryFunction } from './recovery-function.ts';

const A_MINUTE = Duration.minutes(1);
const PROBLEM = 'ServiceProblem' satisfies MetricName;

/**
 * What takes a new version of one function back while it is being deployed. They tell nobody: what lasts rings the alarms of the
 * watch stack, and a deployment that was taken back fails where it was started.
 */
export function rollbackAlarms(scope: Construct, environment: string, it: RecoveryFunction): Alarm[] {
  const alarm = (id: string, metric: IMetric, threshold: number, alarmDescription: string) =>
    new Alarm(scope, `${it.node.id}${id}`, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${alarmDescription} A deployment in progress is taken back.`,
    });
  return [
    // A tenth of the requests of a few minutes may be one or two: a rate would say nothing.
    alarm('NewVersion', errorsOfNewest(it), 1, `The newest version of ${it.name} crashed or took too long.`),
    alarm('Live', errorRate(it), 5, `${it.name} fails one request in twenty.`),
    alarm(
      'Problems',
      problems(environment, it),
      3,
      `${it.name} tells people that the service has a problem.`,
    ),
  ];
}

/** Lambda tells versions apart only while an alias is divided between two, which is when this is asked for. */
function errorsOfNewest({ lambda, alias }: RecoveryFunction): IMetric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    dimensionsMap: {
      FunctionName: lambda.functionName,
      // Not the alias's own name: it is told where to move by the group that these alarms belong to, so this would be a circle.
      Resource: `${lambda.functionName}:live`,
      ExecutedVersion: alias.version.version,
    },
    statistic: 'Sum',
    period: A_MINUTE,
  });
}

/** In percent; none while fewer than two fail. */
function errorRate({ alias }: RecoveryFunction): IMetric {
  const of = { period: A_MINUTE, statistic: 'Sum' };
  return new MathExpression({
    expression: 'IF(errors >= 2, 100 * errors / invocations, 0)',
    usingMetrics: { errors: alias.metricErrors(of), invocations: alias.metricInvocations(of) },
    period: A_MINUTE,
    label: 'failed requests, percent',
  });
}

const problems = (environment: string, { name }: RecoveryFunction): IMetric =>
  new MathExpression({
    expression: `SELECT SUM(${PROBLEM}) FROM "${metricNamespace(environment)}" WHERE service = '${name}'`,
    usingMetrics: {},
    period: A_MINUTE,
    label: PROBLEM,
  });
