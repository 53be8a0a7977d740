import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { metricNamespace, METRICS, type Meter, type MetricName } from './metrics.ts';

/** A meter, and how what it keeps is written out. */
export interface EmbeddedMeter {
  readonly meter: Meter;
  /** Writes out what was counted without dimensions since the last time; nothing for nothing. */
  readonly publish: () => void;
}

/** Counts by lines of CloudWatch's embedded metric format: with dimensions at once, all else when it is published. */
export function embeddedMeter(
  { service, environment }: { readonly service: string; readonly environment: string },
  write: (line: string) => void,
): EmbeddedMeter {
  const blank = () => new Metrics({ namespace: metricNamespace(environment), serviceName: service });
  const stored = blank();
  const publish = (metrics: Metrics) => {
    if (!metrics.hasStoredMetrics()) return;
    write(JSON.stringify(metrics.serializeMetrics()));
    metrics.clearMetrics();
  };
  const count = (name: MetricName, dimensions?: Readonly<Record<string, string>>, times = 1): void => {
    const unit = MetricUnit[METRICS[name].unit];
    if (!dimensions) {
      stored.addMetric(name, unit, times);
      return;
    }
    const alone = blank();
    alone.addDimensions(dimensions).addMetric(name, unit, times);
    publish(alone);
  };
  return { meter: { count }, publish: () => publish(stored) };
}
