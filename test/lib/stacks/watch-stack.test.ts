import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../../lambdas/metrics.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();
const alarms = it.all('watch', 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const runbook = readFileSync(path.join(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');

describe('the alarms', () => {
  test.each(alarms.map((alarm) => [String(alarm['AlarmDescription'])]))(
    'each says what it means, what to do first and where it is explained: %s',
    (description) => {
      const [, heading] = / First step: .+ Runbook: docs\/runbook\.md#(\w+)$/.exec(description) ?? [];
      const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title?.toLowerCase());
      expect(headings).toContain(heading);
    },
  );

  test('every heading of the runbook has its alarm', () => {
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title?.toLowerCase());
    const explained = alarms.map(({ AlarmDescription }) => String(AlarmDescription).split('#')[1]);
    expect(new Set(explained)).toEqual(new Set(headings));
  });

  test('tell one topic when they start and when they end, and silence is no alarm', () => {
    for (const alarm of alarms) {
      expect([alarm['AlarmActions'], alarm['OKActions']].flat().map(it.text)).toEqual([
        '<Alarms>',
        '<Alarms>',
      ]);
      expect(alarm['TreatMissingData']).toBe('notBreaching');
    }
  });

  test('ask for metrics that the functions count', () => {
    const asked = [
      ...JSON.stringify(alarms).matchAll(/SELECT SUM\((\w+)\) FROM \\"Latchkey\\"|SELECT SUM\((\w+)\)/g),
    ];
    expect(asked).toHaveLength(9);
    for (const [, name = '?'] of asked) expect(Object.keys(METRICS)).toContain(name);
  });

  test('what the doctor finds at night rings until a night finds nothing', () => {
    const [health] = alarms.filter(({ MetricName }) => MetricName === 'HealthChecked');
    expect(health).toMatchObject({
      Namespace: 'Latchkey',
      Dimensions: [
        { Name: 'service', Value: 'doctor' },
        { Name: 'state', Value: 'broken' },
      ],
      Statistic: 'Sum',
      Period: 3600,
      EvaluationPeriods: 24,
      DatapointsToAlarm: 1,
    });
  });

  test('the topic is under our key, asks for TLS, and lets the alarms of this account in', () => {
    const topic = it.one('watch', 'AWS::SNS::Topic');
    expect(it.text(topic.Properties['KmsMasterKeyId'])).toBe('<KeysOperations.Arn>');
    const policy = it.one('watch', 'AWS::SNS::TopicPolicy');
    const { Statement } = policy.Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
    expect(Statement.map(({ Effect, Principal }) => [Effect, Principal])).toEqual([
      ['Deny', '*'],
      ['Allow', { Service: 'cloudwatch.amazonaws.com' }],
    ]);
  });
});

test('the dashboard shows every metric there is', () => {
  const dashboard = it.one('watch', 'AWS::CloudWatch::Dashboard');
  const body = it.text(dashboard.Properties['DashboardBody']);
  const missing = Object.keys(METRICS).filter((name) => !body.includes(`MetricName=\\"${name}\\"`));
  expect(missing).toEqual([]);
});
