import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import twoDomains from '../../../config/example-two-domains.ts';
import { deployedConfiguration, type DeployedPolicy } from '../../../domain/policy/deployed-configuration.ts';
import { FUNCTION_NAMES, type FunctionName, READS } from '../../../lambdas/environment.ts';
import { domainWarnings } from '../../../lib/deployed-domains.ts';
import { deployedPolicy } from '../../../lib/deployed-policy.ts';
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

// A stack of 500 is the most that CloudFormation takes, and nobody can have that raised: every route is a resource or two.
test.each([
  ['the example', it],
  ['two domains with all there is', synthesized(twoDomains)],
])('leaves room below the 500 resources of a stack: %s', (_name, made) => {
  const { Resources } = made.templates.service.toJSON() as { readonly Resources: object };
  expect(Object.keys(Resources).length).toBeLessThan(450);
});

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
    expect(logs).toHaveLength(FUNCTION_NAMES.length + 1);
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

test('a risky policy is warned of at synth', () => {
  const risky = {
    ...example,
    policy: { ...example.policy, emailCode: { addresses: 'confirmed-or-directory' as const } },
  };
  const { stacks } = synthesized(risky);
  const said = stacks.service.node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
  expect(said.map(({ data }) => String(data)).join()).toContain('mail attribute');
});

describe('what no request wakes', () => {
  const queue = '<WakeUpsDeadLetters.Arn>';

  test('the sender is woken when a flow, a session or an errand was written, not by counters or by TTL', () => {
    const mapping = it.one('service', 'AWS::Lambda::EventSourceMapping');
    const { FilterCriteria, EventSourceArn, DestinationConfig } = mapping.Properties as {
      FilterCriteria: { Filters: { Pattern: string }[] };
      EventSourceArn: unknown;
      DestinationConfig: { OnFailure: { Destination: unknown } };
    };
    expect(it.text(EventSourceArn)).toBe('<StoreFlows.StreamArn>');
    expect(it.text(DestinationConfig.OnFailure.Destination)).toBe(queue);
    expect(FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      {
        eventName: ['INSERT', 'MODIFY'],
        dynamodb: {
          Keys: { pk: { S: [{ prefix: 'flow#' }, { prefix: 'session#' }, { prefix: 'errand#' }] } },
        },
      },
    ]);
  });

  test('sender and sweeper are woken every minute, the announcer every hour, the doctor at night, the pre-flight all night long', () => {
    const rules = it.all('service', 'AWS::Events::Rule').map(({ Properties }) => {
      const [target] = Properties['Targets'] as { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
      const when = String(Properties['ScheduleExpression']);
      return [it.text(target?.Arn), when, it.text(target?.DeadLetterConfig.Arn)] as const;
    });
    expect(rules.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
      ['<AnnouncerFunction.Arn>', 'rate(1 hour)', queue],
      ['<DoctorFunction.Arn>', 'cron(30 1 * * ? *)', queue],
      ['<OutboxSenderFunction.Arn>', 'rate(1 minute)', queue],
      ['<PreFlightFunction.Arn>', 'cron(0/15 2-5 * * ? *)', queue],
      ['<SweeperFunction.Arn>', 'rate(1 minute)', queue],
    ]);
  });

  test('what fails for good is kept in the queue', () => {
    const failed = it
      .all('service', 'AWS::Lambda::EventInvokeConfig')
      .map(({ Properties }) => Properties['DestinationConfig'] as { OnFailure: { Destination: unknown } });
    expect(failed).toHaveLength(5);
    expect(new Set(failed.map(({ OnFailure }) => it.text(OnFailure.Destination)))).toEqual(new Set([queue]));
  });

  test('the queue is encrypted and asks for TLS', () => {
    const made = it.one('service', 'AWS::SQS::Queue');
    expect(made.Properties['SqsManagedSseEnabled']).toBe(true);
    expect(JSON.stringify(it.all('service', 'AWS::SQS::QueuePolicy'))).toContain('aws:SecureTransport');
  });
});

describe('what is done after a change', () => {
  const both = synthesized(twoDomains);
  const rulesOf = (which: typeof it) =>
    which.all('service', 'AWS::Events::Rule').map(({ Properties }) => {
      const [target] = Properties['Targets'] as { Arn: unknown }[];
      return which.text(target?.Arn);
    });

  test('is woken where the settings name something to do, and nowhere else', () => {
    const woken = ['<PostActionsFunction.Arn>', '<AttributeWriterFunction.Arn>'];
    expect(rulesOf(both)).toEqual(expect.arrayContaining(woken));
    expect(rulesOf(it).filter((arn) => woken.includes(arn))).toEqual([]);
    expect(both.all('service', 'AWS::Lambda::EventSourceMapping')).toHaveLength(2);
  });

  test('is told where to send and what to sign with by name, and the administrators what they may use', () => {
    const [telling] = both
      .all('service', 'AWS::Lambda::Function')
      .filter(({ id }) => id.startsWith('PostActions'))
      .map(
        ({ Properties }) => (Properties['Environment'] as { Variables: Record<string, string> }).Variables,
      );
    expect(JSON.parse(telling?.['LATCHKEY_WEBHOOKS'] ?? '')).toEqual([
      {
        name: 'service-desk',
        url: 'https://desk.example.com/hooks/latchkey',
        secretId: 'latchkey/webhook-service-desk',
      },
    ]);
    expect(deployedPolicy(twoDomains).outside).toMatchObject({
      webhooks: ['service-desk'],
      events: true,
      writableAttributes: ['extensionAttribute7'],
    });
  });
});

describe('the rotation of our own accounts’ passwords', () => {
  const both = synthesized(twoDomains);
  const schedules = both.all('service', 'AWS::SecretsManager::RotationSchedule');

  test('is scheduled where an account has an alternate, and nowhere else', () => {
    expect(schedules.map(({ Properties }) => both.text(Properties['SecretId']))).toEqual([
      '<DataProxyCORPSecret>',
      '<SelfServiceCORPSecret>',
    ]);
    expect(it.all('service', 'AWS::SecretsManager::RotationSchedule')).toEqual([]);
  });

  test('happens as often as the domain says, and not by deploying', () => {
    for (const { Properties } of schedules) {
      expect(Properties).toMatchObject({
        RotationRules: { AutomaticallyAfterDays: 30 },
        RotateImmediatelyOnUpdate: false,
      });
      expect(both.text(Properties['RotationLambdaARN'])).toBe('<RotationFunction.Arn>');
    }
  });

  test('is asked for by Secrets Manager, of this account only', () => {
    const [permission, ...more] = both
      .all('service', 'AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'secretsmanager.amazonaws.com');
    expect(more).toEqual([]);
    expect(both.text(permission?.Properties['FunctionName'])).toBe('<RotationFunction.Arn>');
    expect(permission?.Properties['SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
  });
});

test('a CA that ends soon is warned of at synth', () => {
  const inYears = new X509Certificate(readFileSync('config/example-ca.pem')).validTo;
  const before = new Date(inYears).getTime() - 29 * 24 * 60 * 60_000;
  expect(domainWarnings(example, before)).toEqual([
    expect.stringMatching(
      /^The domain CORP trusts "CN=.+" \(.+example-ca\.pem\), which ends on .+: put its successor beside it/,
    ),
  ]);
  expect(domainWarnings(example, before + 60 * 24 * 60 * 60_000).join()).toContain('which ended on');
  expect(domainWarnings(example, before - 24 * 60 * 60_000 * 2)).toEqual([]);
});
