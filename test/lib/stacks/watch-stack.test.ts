import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { METRICS, type MetricName } from '../../../lambdas/metrics.ts';
import { ALARMS, type AlarmName } from '../../../lib/watch/alarms.ts';
import { DASHBOARDS } from '../../../lib/constructs/dashboards.ts';
import type { AlarmPlan } from '../../../lib/watch/alarm-plan.ts';
import { documentedSettings } from '../../../lib/watch/documented-settings.ts';
import { watchDocs } from '../../../lib/watch/watch-docs.ts';
import { AWS_METRICS } from '../../support/aws-metrics.ts';
import {
  type MetricRead,
  periodsOf,
  readByAlarm,
  readByWidget,
  type Widget,
} from '../../support/metrics-read.ts';
import { synthesized } from '../synthesized.ts';

const root = path.join(import.meta.dirname, '../../..');
const runbook = readFileSync(path.join(root, 'docs/runbook.md'), 'utf8');
const it = synthesized(documentedSettings);
const alarms = it.all('watch', 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const composites = it.all('watch', 'AWS::CloudWatch::CompositeAlarm').map(({ Properties }) => Properties);
const ringing = [...alarms, ...composites].filter(({ AlarmActions }) => AlarmActions !== undefined);
const widgets = it.all('watch', 'AWS::CloudWatch::Dashboard').map(({ Properties }) => ({
  dashboard: String(Properties['DashboardName']),
  widgets: (JSON.parse(it.text(Properties['DashboardBody'])) as { readonly widgets: readonly Widget[] })
    .widgets,
}));
const every = widgets.flatMap((one) => one.widgets);
const read: readonly MetricRead[] = [
  ...alarms.flatMap((alarm) => readByAlarm(alarm, it.text)),
  ...every.flatMap(readByWidget),
];
const plans = Object.entries(ALARMS) as [AlarmName, AlarmPlan][];

describe('what dashboards and alarms read', () => {
  test('is of this environment, or of AWS', () => {
    const namespaces = new Set(read.map(({ namespace }) => namespace));
    expect([...namespaces].filter((name) => !name.startsWith('AWS/'))).toEqual(['Latchkey/Example']);
  });

  test('of ours is listed, with exactly the dimensions that it has', () => {
    const ours = read.filter(({ namespace }) => namespace === 'Latchkey/Example');
    expect(ours.length).toBeGreaterThan(100);
    for (const { metric, dimensions, by } of ours) {
      expect(Object.keys(METRICS)).toContain(metric);
      expect([metric, ...dimensions]).toEqual([
        metric,
        ...[...METRICS[metric as MetricName].dimensions, 'service'].toSorted(),
      ]);
      for (const dimension of by) expect(dimensions).toContain(dimension);
    }
  });

  test('of AWS is among what AWS says that it counts', () => {
    for (const { namespace, metric, dimensions } of read.filter((one) => one.namespace.startsWith('AWS/')))
      expect([namespace, metric, AWS_METRICS[namespace]?.[metric]]).toEqual([namespace, metric, dimensions]);
  });

  test('leaves out no metric of ours', () => {
    const seen = new Set(read.map(({ metric }) => metric));
    expect(Object.keys(METRICS).filter((name) => !seen.has(name))).toEqual([]);
  });
});

describe('an alarm', () => {
  test('has its heading in the runbook, once', () => {
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
    expect(headings.filter((title) => plans.some(([name]) => name === title)).toSorted()).toEqual(
      Object.keys(ALARMS).toSorted(),
    );
  });

  test.each(plans)('is read in ten seconds: %s', (_, { impact, firstStep }) => {
    expect(`${impact} ${firstStep}`.split(' ').length).toBeLessThanOrEqual(45);
    for (const sentence of [impact, firstStep]) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });

  test('says what it means, what to do first and where it is explained, within what CloudWatch takes', () => {
    for (const { AlarmName: name, AlarmDescription: words } of ringing) {
      const [, called = '?'] = /^Latchkey-Example-(?:page|ticket|notice)-(\w+)/.exec(String(name)) ?? [];
      expect(String(words)).toContain(`Runbook: docs/runbook.md#${called.toLowerCase()}`);
      expect(String(words)).toContain(' First step: ');
      expect(String(words).length).toBeLessThanOrEqual(1024);
    }
  });

  test('tells the topic of its severity when it starts and when it ends', () => {
    for (const { AlarmName: name, AlarmActions, OKActions } of ringing) {
      const [, severity] = /^Latchkey-Example-(\w+)-/.exec(String(name)) ?? [];
      const topic = { page: '<AlarmsPage>', ticket: '<AlarmsTicket>', notice: '<AlarmsNotice>' }[
        severity ?? ''
      ];
      expect([AlarmActions, OKActions].flat().map(it.text)).toEqual([topic, topic]);
    }
  });

  test('that has the cause of another is quiet while that one rings', () => {
    const quiet = Object.fromEntries(
      composites.map((one) => [
        String(one['AlarmName']).replace(/^.*-/, ''),
        it.text(one['ActionsSuppressor']),
      ]),
    );
    expect(Object.keys(quiet).toSorted()).toEqual(
      plans
        .filter(([, plan]) => plan.quietDuring === 'DirectoryDown' || plan.quietDuring === 'TunnelsDown')
        .map(([name]) => name)
        .toSorted(),
    );
    expect(quiet['CanaryFailed']).toContain('DirectoryDown');
    // What is seen below a quiet one tells nobody by itself.
    const seen = alarms.filter(({ AlarmName: name }) => String(name).endsWith('-seen'));
    expect(seen).toHaveLength(composites.length);
    for (const { AlarmActions } of seen) expect(AlarmActions).toBeUndefined();
  });

  test('takes silence for trouble only where something should speak', () => {
    for (const { AlarmName: name, TreatMissingData } of alarms)
      expect([name, TreatMissingData]).toEqual([
        name,
        /-(BackgroundSilent|BackgroundLate|TrailUnsealed)/.test(String(name)) ? 'breaching' : 'notBreaching',
      ]);
  });

  test('is made for each thing that is there, and for nothing else', () => {
    const made = ringing.map(({ AlarmName: name }) => String(name).split('-').slice(3).join('-')).toSorted();
    const missing = Object.keys(ALARMS).filter((name) => !made.some((one) => one.split('-')[0] === name));
    // They have no name of its own with a certificate to end.
    expect(missing).toEqual(['CertificateEnding']);
    expect(made.filter((name) => name.startsWith('Background'))).toEqual([
      'BackgroundErrors',
      'BackgroundLate-announcer',
      'BackgroundLate-canary',
      'BackgroundLate-doctor',
      'BackgroundLate-pre-flight',
      'BackgroundSilent-outbox-sender',
      'BackgroundSilent-sweeper',
    ]);
  });

  test('adds up ten metrics of AWS at the most, and none that was silent makes the sum be missing', () => {
    for (const { AlarmName: name, Metrics = [] } of alarms) {
      const parts = Metrics as readonly { readonly MetricStat?: object; readonly Expression?: unknown }[];
      expect([name, parts.filter(({ MetricStat }) => MetricStat).length <= 10]).toEqual([name, true]);
      const sums = parts
        .map(({ Expression }) => it.text(Expression ?? ''))
        .filter((text) => /m0.*m1/.test(text));
      for (const sum of sums) expect(sum).toContain('FILL(m1, 0)');
    }
  });
});

describe('the topics', () => {
  test('are one for each severity, under our key, ask for TLS, and let the alarms of this account in', () => {
    const topics = it.all('watch', 'AWS::SNS::Topic').map(({ Properties }) => Properties);
    expect(topics.map(({ DisplayName }) => DisplayName)).toEqual([
      'Latchkey Example page',
      'Latchkey Example ticket',
      'Latchkey Example notice',
    ]);
    for (const { KmsMasterKeyId } of topics) expect(it.text(KmsMasterKeyId)).toBe('<KeysOperations.Arn>');
    for (const { Properties } of it.all('watch', 'AWS::SNS::TopicPolicy')) {
      const { Statement } = Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
      expect(Statement.map(({ Effect, Principal }) => [Effect, Principal])).toEqual([
        ['Deny', '*'],
        ['Allow', { Service: 'cloudwatch.amazonaws.com' }],
      ]);
    }
  });
});

describe('a dashboard', () => {
  test('is one of three', () => {
    expect(widgets.map(({ dashboard }) => dashboard).toSorted()).toEqual(
      Object.keys(DASHBOARDS)
        .map((name) => `Latchkey-Example-${name}`)
        .toSorted(),
    );
  });

  test.each(widgets.map((one) => [one.dashboard, one.widgets] as const))(
    'has its alarms top left, and beside them what good looks like and the runbook: %s',
    (_, of) => {
      const [first, second] = of;
      expect([first?.type, first?.x, first?.y]).toEqual(['alarm', 0, 0]);
      expect(first?.properties.alarms?.length).toBeGreaterThan(3);
      expect(second?.properties.markdown).toContain('[runbook](docs/runbook.md)');
    },
  );

  test('counts from none upwards, says what each row looks like when all is well, and what each threshold is', () => {
    const graphs = every.filter(({ type }) => type === 'metric');
    expect(graphs.length).toBeGreaterThan(25);
    for (const { properties } of graphs) {
      expect([properties.title, properties.yAxis?.left?.min]).toEqual([properties.title, 0]);
      for (const { label } of properties.annotations?.horizontal ?? []) expect(label).toMatch(/\S/);
    }
    for (const { widgets: of } of widgets) {
      const rows = new Set(of.filter(({ type }) => type === 'metric').map(({ y }) => y));
      const said = of.filter(({ properties }) => properties.markdown?.startsWith('**All is well:**'));
      expect(said).toHaveLength(rows.size);
    }
  });

  test('has the same stretch of time in a row', () => {
    for (const { dashboard, widgets: of } of widgets) {
      const rows = Map.groupBy(
        of.filter(({ type }) => type === 'metric'),
        ({ y }) => y,
      );
      for (const row of rows.values()) {
        const titles = row.map(({ properties }) => properties.title);
        expect([dashboard, titles, new Set(row.flatMap(periodsOf)).size]).toEqual([dashboard, titles, 1]);
      }
    }
  });
});

test.each([...watchDocs(it.stacks.watch)])(
  '%s is as the templates have it: npm run dashboards',
  (file, text) => {
    const standing = path.join(root, file);
    expect(existsSync(standing) ? readFileSync(standing, 'utf8') : '').toBe(text);
  },
);
