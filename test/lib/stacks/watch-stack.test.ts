import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { METRICS, type MetricName } from '../../../lambdas/metrics.ts';
import { SEALING } from '../../../domain/trail/seal.ts';
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
const DAY = 24 * 3600;
/** In seconds; the longest, where an alarm looks at several metrics. */
const periodOf = (alarm: object): number =>
  Math.max(...[...JSON.stringify(alarm).matchAll(/"Period":(\d+)/g)].map(([, seconds]) => Number(seconds)));
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
        /-(BackgroundSilent|BackgroundLate|NightlyLate|TrailUnsealed)/.test(String(name))
          ? 'breaching'
          : 'notBreaching',
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
      'BackgroundSilent-outbox-sender',
      'BackgroundSilent-sweeper',
    ]);
  });

  test('rings for what the firewall of a door turned away, door by door, where it lasts', () => {
    const blocks = alarms.filter(({ AlarmName: name }) => /-FirewallBlocks-/.test(String(name)));
    expect(blocks.map(({ AlarmName: name }) => String(name).split('-').at(-1))).toEqual([
      'portal',
      'administration',
    ]);
    for (const alarm of blocks) {
      const door = String(alarm['AlarmName']).split('-').at(-1);
      expect(readByAlarm(alarm, it.text)).toMatchObject([
        { namespace: 'AWS/WAFV2', metric: 'BlockedRequests' },
      ]);
      expect(JSON.stringify(alarm)).toContain(`{"Name":"WebACL","Value":"Latchkey-Example-${door}"}`);
      expect(periodOf(alarm) * Number(alarm['EvaluationPeriods'])).toBe(30 * 60);
      expect(Number(alarm['DatapointsToAlarm'])).toBeGreaterThan(1);
    }
    const acls = (['portal', 'administration'] as const).flatMap((door) =>
      it.all(door, 'AWS::WAFv2::WebACL').map(({ Properties }) => Properties['VisibilityConfig']),
    );
    expect(acls).toMatchObject([
      { MetricName: 'Latchkey-Example-portal' },
      { MetricName: 'Latchkey-Example-administration' },
    ]);
  });

  test('looks back no farther than CloudWatch lets it: a day by minutes, a week by hours, three hours in a query', () => {
    for (const alarm of alarms) {
      const period = periodOf(alarm);
      const seconds = period * Number(alarm['EvaluationPeriods']);
      const most = JSON.stringify(alarm).includes('SELECT ') ? 3 * 3600 : period >= 3600 ? 7 * DAY : DAY;
      expect([alarm['AlarmName'], period > 0, seconds <= most]).toEqual([alarm['AlarmName'], true, true]);
    }
  });

  test('of what runs at night is quiet from one night to the next, however late that is, and rings when one is left out', () => {
    const nightly = alarms.filter(({ AlarmName: name }) => /-NightlyLate-/.test(String(name)));
    expect(nightly).toHaveLength(2);
    for (const { Period, EvaluationPeriods, DatapointsToAlarm, Threshold } of nightly) {
      expect([Period, DatapointsToAlarm, Threshold]).toEqual([3600, EvaluationPeriods, 0]);
      const rings = (runs: readonly number[], hour: number): boolean =>
        runs.every((run) => run > hour || run <= hour - Number(EvaluationPeriods));
      // Half past one, and the next night an hour later.
      const nights = [1, 26, 49, 74, 97];
      for (let hour = 1; hour < 98; hour += 1) expect([hour, rings(nights, hour)]).toEqual([hour, false]);
      expect(rings([1, 26, 74], 26 + 27)).toBe(true);
    }
  });

  test('rings when the sealed trail goes unsigned, which a sealer that runs does not hinder, and not between two roots', () => {
    const [unsealed] = alarms.filter(({ AlarmName: name }) => String(name).endsWith('-TrailUnsealed'));
    expect(readByAlarm(unsealed ?? {}, it.text)).toMatchObject([{ metric: 'TrailSigned' }]);
    expect(unsealed).toMatchObject({ Statistic: 'SampleCount', Threshold: 0 });
    // A run comes every five minutes, and begins anew what the one before left.
    const longestQuiet = SEALING.rootEvery + 10 * 60_000;
    expect(longestQuiet).toBeLessThan(
      1000 * periodOf(unsealed ?? {}) * Number(unsealed?.['EvaluationPeriods']),
    );
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

  test('and their key let in the alarms that tell them, of this environment, and no others', () => {
    const key = it.one('state', 'AWS::KMS::Key', 'KeysOperations').Properties['KeyPolicy'];
    const policies = it
      .all('watch', 'AWS::SNS::TopicPolicy')
      .map(({ Properties }) => Properties['PolicyDocument']);
    for (const policy of [key, ...policies]) {
      const { Statement } = policy as { Statement: Record<string, unknown>[] };
      const [allowed] = Statement.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudwatch'));
      const { StringEquals, ArnLike } = (allowed?.['Condition'] ?? {}) as Record<
        string,
        Record<string, unknown>
      >;
      expect(it.text(StringEquals?.['aws:SourceAccount'])).toBe('<AWS::AccountId>');
      const [, pattern = '?'] =
        /:<AWS::AccountId>:alarm:(.+)\*$/.exec(it.text(ArnLike?.['aws:SourceArn'])) ?? [];
      expect(pattern).toBe('Latchkey-Example-');
      expect(ringing.filter(({ AlarmName: name }) => !String(name).startsWith(pattern))).toEqual([]);
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
