import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import twoDomains from '../../../config/example-two-domains.ts';
import { domainWarnings } from '../../../lib/deployed-domains.ts';
import { deployedPolicy } from '../../../lib/deployed-policy.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();
const both = synthesized(twoDomains);

describe('what no request wakes', () => {
  const queue = '<WakeUpsDeadLetters.Arn>';

  test('the sender is woken when a flow, a session or an errand was written, not by counters or by TTL', () => {
    const mapping = it.one('background', 'AWS::Lambda::EventSourceMapping');
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

  test('sender and sweeper are woken every minute, the sealer every five, the announcer every hour, the doctor at night, the pre-flight all night long', () => {
    const rules = it.all('service', 'AWS::Events::Rule').map(({ Properties }) => {
      const [target] = Properties['Targets'] as { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
      const when = String(Properties['ScheduleExpression']);
      return [it.text(target?.Arn), when, it.text(target?.DeadLetterConfig.Arn)] as const;
    });
    expect(rules.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
      ['<AnnouncerLive>', 'rate(1 hour)', queue],
      ['<DoctorLive>', 'cron(30 1 * * ? *)', queue],
      ['<OutboxSenderLive>', 'rate(1 minute)', queue],
      ['<PreFlightLive>', 'cron(0/15 2-5 * * ? *)', queue],
      ['<SweeperLive>', 'rate(1 minute)', queue],
      ['<TrailSealerLive>', 'rate(5 minutes)', queue],
    ]);
  });

  test('what fails for good is kept in the queue', () => {
    const failed = it
      .all('service', 'AWS::Lambda::EventInvokeConfig')
      .map(({ Properties }) => Properties['DestinationConfig'] as { OnFailure: { Destination: unknown } });
    expect(failed).toHaveLength(7);
    expect(new Set(failed.map(({ OnFailure }) => it.text(OnFailure.Destination)))).toEqual(new Set([queue]));
  });

  test.each(['administration', 'background'] as const)(
    'the queue of the %s is encrypted and asks for TLS',
    (part) => {
      const made = it.one(part, 'AWS::SQS::Queue');
      expect(made.Properties['SqsManagedSseEnabled']).toBe(true);
      expect(JSON.stringify(it.all(part, 'AWS::SQS::QueuePolicy'))).toContain('aws:SecureTransport');
    },
  );
});

describe('what is done after a change', () => {
  const rulesOf = (which: typeof it) =>
    which.all('service', 'AWS::Events::Rule').map(({ Properties }) => {
      const [target] = Properties['Targets'] as { Arn: unknown }[];
      return which.text(target?.Arn);
    });

  test('is woken where the settings name something to do, and nowhere else', () => {
    const woken = ['<PostActionsLive>', '<AttributeWriterLive>'];
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

test('a risky policy is warned of at synth', () => {
  const risky = {
    ...example,
    policy: { ...example.policy, emailCode: { addresses: 'confirmed-or-directory' as const } },
  };
  const { stacks } = synthesized(risky);
  const said = stacks.background.node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
  expect(said.map(({ data }) => String(data)).join()).toContain('mail attribute');
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
