import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import { deployedConfiguration, type DeployedPolicy } from '../../../domain/policy/deployed-configuration.ts';
import { FUNCTION_NAMES, type FunctionName, READS } from '../../../lambdas/environment.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();
const functions = it.all('service', 'AWS::Lambda::Function');
const functionOf = (name: FunctionName) => {
  const id = name.replaceAll(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  const made = functions.find((each) => each.id.startsWith(`${id}Function`));
  if (!made) throw new Error(`no function ${name}`);
  return made.Properties;
};
const environmentOf = (name: FunctionName): Readonly<Record<string, unknown>> =>
  (functionOf(name)['Environment'] as { Variables: Record<string, unknown> }).Variables;

describe('each function', () => {
  test.each(FUNCTION_NAMES)('%s has just the variables it is listed to read, each with a value', (name) => {
    const variables = environmentOf(name);
    expect(Object.keys(variables).toSorted()).toEqual([...READS[name]].toSorted());
    const empty = Object.entries(variables).filter(([, value]) => it.text(value) === '');
    expect(empty).toEqual([]);
  });

  test('no variable holds a secret: what is secret is named, and fetched', () => {
    for (const name of FUNCTION_NAMES)
      for (const value of Object.values(environmentOf(name)))
        expect(JSON.stringify(value)).not.toMatch(/resolve:secretsmanager|password|PRIVATE KEY/i);
    expect(it.text(environmentOf('reset')['LATCHKEY_SELF_SERVICE_SECRETS'])).toBe(
      '{"CORP":"<SelfServiceCORPSecret>"}',
    );
  });

  test.each(FUNCTION_NAMES)('%s runs on Node 24 and arm64, from the bundled handler', (name) => {
    expect(functionOf(name)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
  });

  test('what reaches the domain controllers is in the VPC and has a reserved share; nothing else is', () => {
    const shares = Object.fromEntries(
      FUNCTION_NAMES.map((name) => [
        name,
        'VpcConfig' in functionOf(name) ? functionOf(name)['ReservedConcurrentExecutions'] : 'outside',
      ]),
    );
    expect(shares).toEqual({
      portal: 'outside',
      enroll: 10,
      verify: 20,
      unlock: 5,
      reset: 10,
      federation: 'outside',
      admin: 5,
      console: 'outside',
      announcer: 1,
      'outbox-sender': 'outside',
      'post-actions': 'outside',
      'attribute-writer': 1,
      sweeper: 1,
      doctor: 2,
      'pre-flight': 1,
      rotation: 1,
      'trail-sealer': 'outside',
      canary: 'outside',
    });
  });

  test('what answers requests gives up before API Gateway does', () => {
    for (const name of [
      'portal',
      'enroll',
      'verify',
      'unlock',
      'reset',
      'federation',
      'admin',
      'console',
      'doctor',
    ] as const)
      expect(functionOf(name)['Timeout']).toBeLessThan(29);
  });

  test('logs for as long as the settings say, under our key', () => {
    const logs = it.all('service', 'AWS::Logs::LogGroup');
    // Each door logs who asked, and what its firewall turned away.
    expect(logs).toHaveLength(FUNCTION_NAMES.length + 4);
    for (const { Properties } of logs) {
      expect(Properties['RetentionInDays']).toBe(example.logRetentionDays);
      expect(it.text(Properties['KmsKeyId'])).toBe('<KeysOperations.Arn>');
    }
    const named = functions.map(({ Properties }) => JSON.stringify(Properties['LoggingConfig']));
    expect(new Set(named).size).toBe(FUNCTION_NAMES.length);
  });
});

test('the policy the functions are told is the deployment’s, and our own accounts are never served', () => {
  const policy = JSON.parse(String(environmentOf('verify')['LATCHKEY_POLICY'])) as DeployedPolicy;
  const { eligibility, document, defaultDomain, administrators } = deployedConfiguration(policy);
  expect(document.branding.organization).toEqual({ en: example.organization.name });
  expect([administrators, defaultDomain]).toEqual([example.administrators, 'CORP']);
  expect(eligibility.bases).toEqual(example.domains.flatMap(({ bases }) => bases));
  expect(eligibility.ownAccounts).toEqual(['CORP\\svc-latchkey-read', 'CORP\\svc-latchkey-set']);
});

test('an environment that Lambda would not take is refused at synth, with what to shorten', () => {
  const bases = Array.from({ length: 80 }, (_, n) => `OU=Branch ${n},OU=People,DC=corp,DC=example,DC=com`);
  const crowded = { ...example, domains: example.domains.map((domain) => ({ ...domain, bases })) };
  expect(() => synthesized(crowded)).toThrow(/environment of verify takes \d+ bytes.+shorten the bases/);
});
