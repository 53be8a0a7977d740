import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import { EVERY_DOOR } from '../../../lambdas/doors.ts';
import { firewallRules } from '../../../lib/constructs/firewall-rules.ts';
import { synthesized } from '../synthesized.ts';

const PACES = { requestsPerFiveMinutes: 3000, beginningsPerFiveMinutes: 300, captcha: false };
const it = synthesized();

/** Written as JSON, every path pattern among the conditions of a rule. */
const patternsOf = (rule: unknown): RegExp[] =>
  [...JSON.stringify(rule).matchAll(/"regexString":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']) => new RegExp(JSON.parse(text) as string),
  );

describe.each(EVERY_DOOR)('the firewall of the %s', (door) => {
  const acl = it.one(door, 'AWS::WAFv2::WebACL').Properties;
  const logging = it.one(door, 'AWS::WAFv2::LoggingConfiguration').Properties;

  test('stands before the stage', () => {
    const { Properties } = it.one(door, 'AWS::WAFv2::WebACLAssociation');
    expect(it.text(Properties['WebACLArn'])).toBe('<ApiFirewallAcl.Arn>');
    expect(it.text(Properties['ResourceArn'])).toBe(
      'arn:<AWS::Partition>:apigateway:<AWS::Region>::/restapis/<ApiRest>/stages/<ApiRestDeploymentStageprod>',
    );
  });

  test('stops floods from one address, then attacks that AWS knows, and lets the rest through', () => {
    const rules = acl['Rules'] as { Name: string; Priority: number; Action?: object }[];
    expect(rules.map(({ Name, Priority }) => [Priority, Name])).toEqual([
      [0, 'Flood'],
      [1, 'FloodOfBeginnings'],
      [2, 'AWSManagedRulesCommonRuleSet'],
      [3, 'AWSManagedRulesKnownBadInputsRuleSet'],
    ]);
    expect(acl['DefaultAction']).toEqual({ Allow: {} });
  });

  test('knows a beginning however its address is spelled', () => {
    const seen = [
      ...JSON.stringify(acl['Rules']).matchAll(/"RegexString".*?"TextTransformations":(\[.*?\])/g),
    ].map(([, said = '[]']) => (JSON.parse(said) as { Type: string }[]).map(({ Type }) => Type));
    expect(seen.length).toBeGreaterThan(0);
    for (const types of seen) expect(types).toEqual(['URL_DECODE', 'NORMALIZE_PATH']);
  });

  test('notes what it turned away, without a handle, a query, a path or a body', () => {
    const hidden = JSON.stringify(logging['RedactedFields']);
    for (const part of ['authorization', 'cookie', 'referer', 'QueryString', 'UriPath'])
      expect(hidden).toContain(part);
    expect(logging['LoggingFilter']).toMatchObject({ DefaultBehavior: 'DROP' });
    expect(JSON.stringify(logging['LoggingFilter'])).not.toContain('"ALLOW"');
    const { DataProtections } = acl['DataProtectionConfig'] as { DataProtections: { Field: object }[] };
    expect(DataProtections.map(({ Field }) => Field)).toEqual([
      { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie', 'referer'] },
      { FieldType: 'QUERY_STRING' },
      { FieldType: 'BODY' },
    ]);
  });

  test('keeps no samples of requests, which would show cookies', () => {
    const seen = [...JSON.stringify(acl).matchAll(/"SampledRequestsEnabled":(\w+)/g)].map(([, said]) => said);
    expect(new Set(seen)).toEqual(new Set(['false']));
    expect(seen).toHaveLength(5);
  });

  test('writes to a log of the name that WAF asks for, under our key, with leave for this account only', () => {
    const { Properties } = it.one(door, 'AWS::Logs::LogGroup', 'ApiFirewallLog');
    expect(Properties['LogGroupName']).toBe(`aws-waf-logs-latchkey-example-${door}`);
    expect(it.text(Properties['KmsKeyId'])).toBe('<KeysOperations.Arn>');
    expect([logging['LogDestinationConfigs']].flat().map(it.text)).toEqual([
      `arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:aws-waf-logs-latchkey-example-${door}`,
    ]);
    const policy = it.text(it.one(door, 'AWS::Logs::ResourcePolicy').Properties['PolicyDocument']);
    expect(policy).toContain('"aws:SourceAccount":"<AWS::AccountId>"');
  });
});

describe('what the rules look at', () => {
  const flood = firewallRules('portal', PACES).find(({ name }) => name === 'FloodOfBeginnings');

  test('a beginning, with and without the stage before its path, and nothing beside it', () => {
    const [pattern, ...more] = patternsOf(flood);
    expect(more).toEqual([]);
    const paths = ['/recover', '/prod/recover', '/api/recovery', '/enroll/sign-in/', '/password/change'];
    expect(paths.filter((path) => !pattern?.test(path))).toEqual([]);
    const others = [
      '/recover/methods',
      '/api/recovery/reset',
      '/',
      '/prod',
      '/api/admin/session',
      '/not/prod/recover',
    ];
    expect(others.filter((path) => pattern?.test(path))).toEqual([]);
  });

  test('no body: a password may look like anything', () => {
    const common = JSON.stringify(firewallRules('administration', PACES));
    for (const rule of [
      'CrossSiteScripting_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
      'SizeRestrictions_BODY',
    ])
      expect(common).toContain(`{"name":"${rule}","actionToUse":{"count":{}}}`);
  });

  test('where it is asked for, a puzzle before the pages of a beginning, good for as long as a flow may rest', () => {
    const [puzzle] = firewallRules('portal', { ...PACES, captcha: true }).filter(
      ({ name }) => name === 'Puzzle',
    );
    expect(puzzle).toMatchObject({
      action: { captcha: {} },
      captchaConfig: { immunityTimeProperty: { immunityTime: 900 } },
    });
    const asks = (path: string) => patternsOf(puzzle).some((pattern) => pattern.test(path));
    expect(['/prod/recover', '/enroll', '/password/change', '/api/recovery'].filter(asks)).toHaveLength(4);
    expect(['/', '/assets/portal.css', '/recover/security-answers', '/healthz'].filter(asks)).toEqual([]);
  });
});

test('it can be left out of a door, and of that one only', () => {
  const without = synthesized({ ...example, portal: { ...example.portal, firewall: 'off' } });
  expect(without.all('service', 'AWS::WAFv2::WebACL')).toHaveLength(1);
  expect(without.all('portal', 'AWS::WAFv2::LoggingConfiguration')).toEqual([]);
});
