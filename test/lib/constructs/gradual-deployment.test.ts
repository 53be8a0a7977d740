import { Stack } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { GradualDeployment } from '../../../lib/constructs/gradual-deployment.ts';
import { FUNCTION_PLANS } from '../../../lib/function-plans.ts';
import type { Settings } from '../../../lib/settings.ts';
import { everything } from '../everything.ts';
import { oneFunction } from '../one-function.ts';
import { type Place, synthesized } from '../synthesized.ts';

const it = synthesized(everything);
const functionsIn = (place: Place) => it.all(place, 'AWS::Lambda::Function');
const unhashed = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
interface Group {
  readonly AlarmConfiguration: {
    readonly Enabled: boolean;
    readonly Alarms: readonly { readonly Name: unknown }[];
  };
  readonly AutoRollbackConfiguration: object;
}

describe('what calls a function', () => {
  test('calls the version in use, and never a function as it was last put there', () => {
    const bare = functionsIn('service').flatMap(({ id }) => [
      JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
      JSON.stringify({ Ref: id }),
    ]);
    const callers = [
      'AWS::Events::Rule',
      'AWS::Lambda::Permission',
      'AWS::ApiGateway::Method',
      'AWS::SecretsManager::RotationSchedule',
    ].flatMap((type) => it.all('service', type));
    expect(callers.length).toBeGreaterThan(100);
    const wrong = callers.filter(({ Properties }) =>
      bare.some((name) => JSON.stringify(Properties).includes(name)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
    for (const { Properties } of it.all('service', 'AWS::Lambda::EventSourceMapping'))
      expect(it.text(Properties['FunctionName'])).toMatch(/:live$/);
    for (const { Properties } of it.all('service', 'AWS::Lambda::EventInvokeConfig'))
      expect(JSON.stringify(Properties['Qualifier'])).toMatch(/"Ref":"\w+Live[0-9A-F]{8}"/);
  });

  test('is told of every function by one name', () => {
    const names = it.all('service', 'AWS::Lambda::Alias').map(({ Properties }) => Properties['Name']);
    expect(names).toEqual(functionsIn('service').map(() => 'live'));
  });
});

describe('a new version', () => {
  const aliases = it.all('service', 'AWS::Lambda::Alias') as readonly {
    readonly id: string;
    readonly UpdatePolicy?: { readonly CodeDeployLambdaAliasUpdate?: object };
  }[];
  const moved = aliases.filter(({ UpdatePolicy }) => UpdatePolicy?.CodeDeployLambdaAliasUpdate);

  test('takes over bit by bit wherever somebody waits for an answer, and at once in the background', () => {
    const answering = Object.values(FUNCTION_PLANS).filter(({ woken }) => woken.startsWith('by requests'));
    expect(moved).toHaveLength(answering.length);
    expect(moved.map(({ id }) => unhashed(id)).toSorted()).toEqual([
      'AdminLive',
      'ConsoleLive',
      'DoctorLive',
      'EnrollLive',
      'FederationLive',
      'PortalLive',
      'ResetLive',
      'UnlockLive',
      'VerifyLive',
    ]);
  });

  test('gets a tenth for five minutes, unless the settings say otherwise', () => {
    const configs = it.all('service', 'AWS::CodeDeploy::DeploymentConfig');
    for (const { Properties } of configs)
      expect(Properties['TrafficRoutingConfig']).toEqual({
        Type: 'TimeBasedCanary',
        TimeBasedCanary: { CanaryInterval: 5, CanaryPercentage: 10 },
      });
    expect(configs).toHaveLength(2);
  });

  test('gives all back when it crashes, when its function fails, or when people are told of a problem', () => {
    for (const place of ['portal', 'administration'] as const) {
      const alarms = it.all(place, 'AWS::CloudWatch::Alarm');
      for (const { id, Properties } of it.all(place, 'AWS::CodeDeploy::DeploymentGroup')) {
        const { AlarmConfiguration, AutoRollbackConfiguration } = Properties as unknown as Group;
        const named = AlarmConfiguration.Alarms.map(({ Name }) => it.text(Name));
        const own = unhashed(id).replace(/^Deployment/, '');
        expect(named).toEqual(
          ['NewVersion', 'Live', 'Problems'].map((which) => `<Deployment${own}${which}>`),
        );
        expect(alarms.map((alarm) => `<${unhashed(alarm.id)}>`)).toEqual(expect.arrayContaining(named));
        expect(AlarmConfiguration.Enabled).toBe(true);
        expect(AutoRollbackConfiguration).toEqual({
          Enabled: true,
          Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
        });
      }
    }
  });

  test('is looked at by its own number, beside the alias, whose name its alarms spell so that nothing waits for itself', () => {
    const newest = it.one('portal', 'AWS::CloudWatch::Alarm', 'DeploymentVerifyNewVersion');
    const dimensions = newest.Properties['Dimensions'] as readonly {
      readonly Name: string;
      readonly Value: unknown;
    }[];
    expect(Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, it.text(Value)]))).toEqual({
      FunctionName: '<VerifyFunction>',
      Resource: '<VerifyFunction>:live',
      ExecutedVersion: expect.stringMatching(/^<VerifyFunctionCurrentVersion\w+\.Version>$/),
    });
    expect(JSON.stringify(it.all('portal', 'AWS::CloudWatch::Alarm'))).not.toMatch(
      /"Ref":"\w+Live[0-9A-F]{8}"/,
    );
  });

  test('takes over at once where the settings say so', () => {
    const groups = (deployment: Settings['deployment']) =>
      Object.keys(
        oneFunction((made) =>
          GradualDeployment.of(Stack.of(made), { ...everything, deployment }, { made }),
        ).findResources('AWS::CodeDeploy::DeploymentGroup'),
      );
    expect(groups({ kind: 'gradual', percent: 50, minutes: 1 })).toHaveLength(1);
    expect(groups({ kind: 'at-once' })).toEqual([]);
  });
});

describe('a version', () => {
  const versionTold = (origin: string): string[] =>
    Object.keys(
      oneFunction((made) => made.set('LATCHKEY_ORIGIN', origin)).findResources('AWS::Lambda::Version'),
    );

  test('is a new one when what a function is told changes, and the same one when nothing does', () => {
    const [one] = versionTold('https://one.example.com');
    expect(versionTold('https://one.example.com')).toEqual([one]);
    expect(versionTold('https://other.example.com')).toEqual([expect.not.stringMatching(`^${one}$`)]);
  });

  test('is kept warm where the settings say so', () => {
    const warm = it
      .all('service', 'AWS::Lambda::Alias')
      .filter(({ Properties }) => 'ProvisionedConcurrencyConfig' in Properties)
      .map(({ id, Properties }) => [unhashed(id), Properties['ProvisionedConcurrencyConfig']]);
    expect(warm).toEqual([['VerifyLive', { ProvisionedConcurrentExecutions: 2 }]]);
  });

  test('is traced, and its traces hold no more than Lambda and API Gateway write by themselves', () => {
    for (const { Properties } of functionsIn('service'))
      expect(Properties['TracingConfig']).toEqual({ Mode: 'Active' });
  });
});
