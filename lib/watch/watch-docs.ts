import type { Stack } from 'aws-cdk-lib';
import { CfnAlarm, CfnDashboard } from 'aws-cdk-lib/aws-cloudwatch';
import { ALARMS } from './alarms.ts';
import { dashboardPicture } from './dashboard-picture.ts';
import { metricsPage, pictureOf } from './metrics-page.ts';

/** The pages under docs/ that a watch stack tells of itself, by path. */
export function watchDocs(watch: Stack): ReadonlyMap<string, string> {
  const dashboards = Object.fromEntries(
    made(watch, CfnDashboard).map((it) => {
      const { dashboardName, dashboardBody } = plain(watch, it);
      return [String(dashboardName).replace(/^.*-/, ''), String(dashboardBody)];
    }),
  );
  const bodies = made(watch, CfnAlarm).map((it) => JSON.stringify(plain(watch, it)));
  const alarms = Object.fromEntries(
    Object.keys(ALARMS).map((name) => [
      name,
      bodies
        .filter((body) => body.includes(`#${name.toLowerCase()}"`))
        .map(withoutWords)
        .join('\n'),
    ]),
  );
  return new Map([
    ['docs/metrics.md', metricsPage({ dashboards, alarms })],
    ...Object.entries(dashboards).map(([name, body]): readonly [string, string] => [
      `docs/${pictureOf(name)}`,
      dashboardPicture(name, body),
    ]),
  ]);
}

/** What an alarm says would be taken for what it reads. */
const withoutWords = (body: string): string => {
  const { metricName, metrics, namespace } = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ metricName, metrics, namespace });
};

const made = <T extends CfnAlarm | CfnDashboard>(
  watch: Stack,
  kind: abstract new (...given: never[]) => T,
): readonly T[] => watch.node.findAll().filter((it): it is T => it instanceof kind);

/** With what AWS fills in later (ARNs, names of functions) written as `<…>`. */
function plain(watch: Stack, it: CfnAlarm | CfnDashboard): Readonly<Record<string, unknown>> {
  const [properties] = Object.values(
    (
      watch.resolve(it._toCloudFormation()) as {
        readonly Resources: Record<string, { readonly Properties: object }>;
      }
    ).Resources,
  ).map(({ Properties }) => Properties);
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, value]) => [uncapitalized(name), joined(value)]),
  );
}

const uncapitalized = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** A Fn::Join as one text; anything else as it is. */
const joined = (value: unknown): unknown => {
  const [, parts] = ((value as { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] } | null)?.[
    'Fn::Join'
  ] ?? []) as [string?, (readonly unknown[])?];
  return parts ? parts.map((part) => (typeof part === 'string' ? part : '<…>')).join('') : value;
};
