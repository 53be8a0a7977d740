/** One metric as a template reads it; the names of its dimensions, sorted. */
export interface MetricRead {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: readonly string[];
  /** Which dimension values are told apart by, or held to a value. */
  readonly by: readonly string[];
}

const SEARCH = /SEARCH\('\{([^}]+)\} MetricName="(\w+)"'/g;
const SELECT = /SELECT \w+\((\w+)\) FROM SCHEMA\("([^"]+)", ([\w, ]+)\)(?: WHERE (.+))?/g;
const LABEL = /^(\w+) \$\{PROP\('Dim\.(\w+)'\)\}$/;

/** Every metric that an expression reads. */
function inExpression(expression: string, label = ''): readonly MetricRead[] {
  const [, , by] = LABEL.exec(label) ?? [];
  const searched = [...expression.matchAll(SEARCH)].map(([, schema = '', metric = '']) => {
    const [namespace = '', ...dimensions] = schema.split(',');
    return { namespace, metric, dimensions: dimensions.toSorted(), by: by === undefined ? [] : [by] };
  });
  const selected = [...expression.matchAll(SELECT)].map(
    ([, metric = '', namespace = '', schema = '', where = '']) => ({
      namespace,
      metric,
      dimensions: schema.split(', ').toSorted(),
      by: [...where.matchAll(/(\w+) !?= '/g)].map(([, dimension = '']) => dimension),
    }),
  );
  const read = [...searched, ...selected];
  if (/SEARCH|SELECT/.test(expression) && read.length === 0) throw new Error(`not understood: ${expression}`);
  return read;
}

interface Stat {
  readonly MetricName: string;
  readonly Namespace: string;
  readonly Dimensions?: readonly { readonly Name: string }[];
}

const ofStat = ({ Namespace, MetricName, Dimensions = [] }: Stat): MetricRead => {
  const dimensions = Dimensions.map(({ Name }) => Name).toSorted();
  return { namespace: Namespace, metric: MetricName, dimensions, by: dimensions };
};

/** What an alarm reads, by its properties. */
export function readByAlarm(
  properties: Readonly<Record<string, unknown>>,
  text: (value: unknown) => string,
): readonly MetricRead[] {
  if (typeof properties['MetricName'] === 'string') return [ofStat(properties as unknown as Stat)];
  const metrics = properties['Metrics'] as readonly {
    readonly Expression?: unknown;
    readonly MetricStat?: { readonly Metric: Stat };
  }[];
  return metrics.flatMap(({ Expression, MetricStat }) => [
    ...(Expression === undefined ? [] : inExpression(text(Expression))),
    ...(MetricStat ? [ofStat(MetricStat.Metric)] : []),
  ]);
}

export interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly metrics?: readonly (readonly unknown[])[];
    readonly alarms?: readonly string[];
    readonly yAxis?: { readonly left?: { readonly min?: number } };
    readonly annotations?: { readonly horizontal?: readonly { readonly label?: string }[] };
  };
}

/** What a widget of a dashboard reads. */
export const readByWidget = ({ properties }: Widget): readonly MetricRead[] =>
  (properties.metrics ?? []).flatMap((metric) => {
    const options = metric.at(-1) as { readonly expression?: string; readonly label?: string };
    if (metric.length === 1) return inExpression(options.expression ?? '', options.label);
    const [namespace, name, ...rest] = metric.filter((part) => typeof part === 'string');
    const dimensions = rest.filter((_, at) => at % 2 === 0).toSorted();
    return [{ namespace: namespace ?? '', metric: name ?? '', dimensions, by: dimensions }];
  });

/** The stretch of time that each line of a widget is by, in seconds. */
export const periodsOf = ({ properties }: Widget): readonly number[] =>
  (properties.metrics ?? []).map((metric) => {
    const { period = 300 } = (metric.at(-1) ?? {}) as { readonly period?: number };
    return period;
  });
