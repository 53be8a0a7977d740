import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { embeddedMeter } from '../../lambdas/embedded-meter.ts';
import { type CountingMeter, countingMeter } from '../../local/counting-meter.ts';
import { METRICS, type Meter, type MetricName } from '../../lambdas/metrics.ts';
import { isOurWord } from './our-words.ts';

/** One metric as a line of the embedded metric format tells it. */
export interface Emitted {
  readonly namespace: string;
  readonly metric: MetricName;
  readonly unit: string;
  /** Their names; `service` is not among them. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly times: number;
}

interface Line {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
    }[];
  };
  readonly [field: string]: unknown;
}

const noted = new Set<string>();

/**
 * The meter of a deployed function, whose lines are read again. Throws for one that METRICS does not have so, and for a dimension
 * that names somebody. What it emits is noted in the file
 * that vitest.config.ts names: a JSON line for each metric with its dimensions, the first time in a process.
 */
export function emittingMeter(told: (emitted: Emitted) => void = () => undefined): Meter {
  const place = { service: 'test', environment: 'Test' };
  const { meter, publish } = embeddedMeter(place, (line) => {
    for (const emitted of emittedIn(line)) {
      mustBeListed(emitted);
      note(emitted);
      told(emitted);
    }
  });
  return {
    count: (...given) => {
      meter.count(...given);
      publish();
    },
  };
}

/** Every metric of a line. */
export function emittedIn(text: string): readonly Emitted[] {
  const line = JSON.parse(text) as Line;
  return line._aws.CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Metrics.map(({ Name, Unit: unit }): Emitted => {
      const names = Dimensions.flat().filter((name) => name !== 'service');
      const times = [line[Name]].flat().reduce<number>((sum, value) => sum + Number(value), 0);
      const dimensions = Object.fromEntries(names.map((name) => [name, String(line[name])]));
      return { namespace, metric: Name as MetricName, unit, dimensions, times };
    }),
  );
}

/** A NetBIOS name, of a domain. */
const DOMAIN = /^[A-Z][A-Z0-9-]{0,14}$/;

function mustBeListed({ metric, unit, dimensions }: Emitted): void {
  const spec = METRICS[metric];
  const listed: readonly string[] = spec.dimensions;
  if (unit !== spec.unit || Object.keys(dimensions).toSorted().join() !== listed.toSorted().join())
    throw new Error(
      `${metric} is listed as ${JSON.stringify(spec)}, and was emitted with ${unit} ${JSON.stringify(dimensions)}`,
    );
  for (const [name, value] of Object.entries(dimensions))
    if (name === 'domain' ? !DOMAIN.test(value) : !isOurWord(value))
      throw new Error(
        `the dimension ${name} of ${metric} is no word of ours, and may name somebody: ${value}`,
      );
}

function note({ metric, dimensions }: Emitted): void {
  const file = process.env['LATCHKEY_EMITTED_FILE'];
  const line = JSON.stringify({ metric, dimensions: Object.keys(dimensions).toSorted() });
  if (file === undefined || noted.has(line)) return;
  noted.add(line);
  mkdirSync(path.dirname(file), { recursive: true });
  appendFileSync(file, `${line}\n`);
}

/** The same, which keeps its counts as well. */
export function emittingCounts(): CountingMeter {
  const kept = countingMeter();
  const meter = emittingMeter(({ metric, dimensions, times }) => kept.add(metric, dimensions, times));
  return { ...kept, count: (...given) => meter.count(...given) };
}
