import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { FunctionName } from './environment.ts';
import type { Journal } from './http/site.ts';
import { METRIC_NAMESPACE, type Meter } from './metrics.ts';

/** How a function on AWS tells what it does: JSON lines and EMF, on standard output; and the layers that write them out. */
export function observability(name: FunctionName) {
  const logger = new Logger({ serviceName: name });
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: name });
  const journal: Journal = {
    info: (message, fields) => logger.info(message, fields),
    error: (message, fields, cause) => logger.error(message, { ...fields, cause: causeOf(cause) }),
  };
  const meter: Meter = {
    count: (metric, dimensions, times = 1) => {
      if (!dimensions) metrics.addMetric(metric, MetricUnit.Count, times);
      else metrics.singleMetric().addDimensions(dimensions).addMetric(metric, MetricUnit.Count, times);
    },
  };
  /** powertools' own layer warns of every request that counted nothing. */
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { journal, meter, layers: [injectLambdaContext(logger), { after: publish, onError: publish }] };
}

/** An error by name and message, and those of its causes; no stack of ours quotes arguments, no message of ours holds a secret. */
function causeOf(error: unknown, depth = 3): string {
  if (!(error instanceof Error)) return 'not an error';
  const rest = error.cause !== undefined && depth > 0 ? ` ← ${causeOf(error.cause, depth - 1)}` : '';
  return `${error.name}: ${error.message}${rest}`;
}
