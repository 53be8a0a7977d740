import { expect, test } from 'vitest';
import { FUNCTION_NAMES, type FunctionName } from '../../lambdas/environment.ts';
import { everything } from './everything.ts';
import { FUNCTION_PLANS } from '../../lib/function-plans.ts';
import { synthesized } from './synthesized.ts';

/** How each function that no request wakes alone is woken, and what rings when it is silent. */
const AWAKE: Readonly<Partial<Record<FunctionName, readonly [wakes: readonly string[], silence: string]>>> = {
  'outbox-sender': [['rate(1 minute)', 'a stream'], 'BackgroundSilent-outbox-sender'],
  sweeper: [['rate(1 minute)'], 'BackgroundSilent-sweeper'],
  announcer: [['rate(1 hour)'], 'BackgroundLate-announcer'],
  canary: [['rate(1 hour)'], 'BackgroundLate-canary'],
  doctor: [['cron(30 1 * * ? *)'], 'NightlyLate-doctor'],
  'pre-flight': [['cron(0/15 2-5 * * ? *)'], 'NightlyLate-pre-flight'],
  'post-actions': [['rate(1 minute)', 'a stream'], 'BackgroundSilent-post-actions'],
  'attribute-writer': [['rate(1 minute)'], 'BackgroundSilent-attribute-writer'],
  'trail-sealer': [['rate(5 minutes)'], 'TrailUnsealed'],
  // Woken by Secrets Manager once a month: the doctor tells by the age of the passwords when it was not.
  rotation: [[], 'RotationLate'],
};

const it = synthesized(everything);
/** Whose alias a rule or a stream wakes: its id begins with the function's name. */
const nameOf = (target: unknown): FunctionName | undefined => {
  const [, id = ''] = /(\w+)Live/.exec(it.text(target)) ?? [];
  return FUNCTION_NAMES.find((name) => name.replaceAll('-', '') === id.toLowerCase());
};

test('every function that works in the background is woken as its plan says, and its silence rings', () => {
  const wakes = new Map<FunctionName, string[]>();
  const woken = (target: unknown, by: string): void => {
    const name = nameOf(target);
    if (name) wakes.set(name, [...(wakes.get(name) ?? []), by]);
  };
  for (const { Properties } of it.all('service', 'AWS::Events::Rule'))
    woken(
      (Properties['Targets'] as readonly { Arn: unknown }[])[0]?.Arn,
      String(Properties['ScheduleExpression']),
    );
  for (const { Properties } of it.all('service', 'AWS::Lambda::EventSourceMapping'))
    woken(Properties['FunctionName'], 'a stream');
  const alarms = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm']
    .flatMap((type) => it.all('watch', type))
    .map(({ Properties }) => String(Properties['AlarmName']).split('-').slice(3).join('-'));
  const inBackground = FUNCTION_NAMES.filter((name) => !/^by requests$/.test(FUNCTION_PLANS[name].woken));
  expect(Object.keys(AWAKE).toSorted()).toEqual(inBackground.toSorted());
  for (const name of inBackground) {
    const [schedules = [], silence = ''] = AWAKE[name] ?? [];
    expect([name, wakes.get(name)?.toSorted() ?? []]).toEqual([name, schedules.toSorted()]);
    expect(alarms).toContain(silence);
  }
  expect(it.all('service', 'AWS::SecretsManager::RotationSchedule').length).toBeGreaterThan(0);
});
