import type { Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { describe, expect, test } from 'vitest';
import type { RecoveryFunction } from '../../lib/constructs/recovery-function.ts';
import { everything } from './everything.ts';
import { oneFunction } from './one-function.ts';
import { PARTS, synthesized } from './synthesized.ts';
import { type Resources, templateMistakes } from './template-mistakes.ts';

const resourcesOf = (template: Template): Resources =>
  (template.toJSON() as { readonly Resources: Resources }).Resources;

test.each(['as in the example', 'with everything on'])('no template makes a mistake, %s', (how) => {
  const it = synthesized(how === 'with everything on' ? everything : undefined);
  expect(PARTS.flatMap((part) => templateMistakes(resourcesOf(it.templates[part]), it.text))).toEqual([]);
});

describe('a mistake that is planted in a construct is found:', () => {
  test.each<readonly [string, (it: RecoveryFunction) => void, RegExp]>([
    ['nothing planted', () => undefined, /^$/],
    [
      'every action of a service',
      (it) => it.allow({ actions: ['dynamodb:*'], resources: [aTable] }),
      /allows dynamodb:\*$/,
    ],
    [
      'actions by their beginning',
      (it) => it.allow({ actions: ['kms:Get*'], resources: [aTable] }),
      /allows kms:Get\*$/,
    ],
    [
      'all actions but one',
      (it) => it.allow({ notActions: ['iam:*'], resources: [aTable] }),
      /all but some actions$/,
    ],
    [
      'an action on everything',
      (it) => it.allow({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] }),
      /allows secretsmanager:GetSecretValue on everything$/,
    ],
    [
      'an action on everything beside one that may be',
      (it) => it.allow({ actions: ['xray:PutTraceSegments', 'ses:SendEmail'], resources: ['*'] }),
      /^[^\n]*allows ses:SendEmail on everything$/,
    ],
    [
      'a policy of a role that is none of a function',
      (it) =>
        void new Role(it, 'Extra', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }).addToPolicy(
          new PolicyStatement({ actions: ['s3:*'], resources: [aTable] }),
        ),
      /Extra.*allows s3:\*$/,
    ],
    [
      'a password in a variable of its own',
      (it) => void it.lambda.addEnvironment('LDAP_PASSWORD', 'Violet-Lantern-8'),
      /given LDAP_PASSWORD.*\n.*opens something in LDAP_PASSWORD$/,
    ],
    [
      'a password where the name of a secret should be',
      (it) => it.set('LATCHKEY_DATA_PROXY_SECRETS', '{"CORP":"Violet-Lantern-8"}'),
      /opens something in LATCHKEY_DATA_PROXY_SECRETS$/,
    ],
    [
      'a token deep in a variable',
      (it) =>
        it.set('LATCHKEY_POLICY', '{"service":{"url":"https://a.example","accessToken":"Violet-Lantern-8"}}'),
      /opens something in LATCHKEY_POLICY$/,
    ],
    [
      'a private key',
      (it) => it.set('LATCHKEY_POLICY', '-----BEGIN PRIVATE KEY-----\nMIGH'),
      /opens something in LATCHKEY_POLICY$/,
    ],
    [
      'a password in an address',
      (it) => it.set('LATCHKEY_ORIGIN', 'https://latchkey:violet@reset.example.com'),
      /opens something in LATCHKEY_ORIGIN$/,
    ],
    [
      'the value of a secret, which CloudFormation would write in its place',
      (it) => it.set('LATCHKEY_POLICY', new Secret(it, 'Kept').secretValue.unsafeUnwrap()),
      /opens something in LATCHKEY_POLICY$/,
    ],
    [
      'a secret in the template',
      (it) => void new CfnSecret(it, 'Written', { secretString: 'Violet-Lantern-8' }),
      /Written.* has its secret in the template$/,
    ],
    [
      'any rows, as long as none is named',
      (it) =>
        it.allow({
          actions: ['dynamodb:GetItem'],
          resources: [aTable],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['flow#*'] } },
        }),
      /lets through what has no dynamodb:LeadingKeys$/,
    ],
    [
      'a grant of a key to anybody',
      (it) =>
        it.allow({
          actions: ['kms:CreateGrant'],
          resources: [aTable],
          conditions: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com' } },
        }),
      /lets anybody be granted a key$/,
    ],
    [
      'a key for the alarms of everybody',
      (it) =>
        new Key(it, 'Alarms').addToResourcePolicy(
          new PolicyStatement({
            principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
            actions: ['kms:Decrypt'],
            resources: ['*'],
          }),
        ),
      /Alarms.* lets .*cloudwatch.* in, for whomever it acts/,
    ],
    [
      'a role for whoever has a service take it on',
      (it) => void new Role(it, 'Mover', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') }),
      /Mover.* lets codedeploy\.amazonaws\.com in, for whomever it acts$/,
    ],
    [
      'a function that any topic may call',
      (it) => it.live.addPermission('Anybody', { principal: new ServicePrincipal('sns.amazonaws.com') }),
      /Anybody.* lets sns\.amazonaws\.com in, for whomever it acts$/,
    ],
  ])('%s', (_what, plant, found) => {
    expect(mistakesWith(plant).join('\n')).toMatch(found);
  });

  test('a role that two functions share', () => {
    const one = { Type: 'AWS::Lambda::Function', Properties: { Role: 'r' } };
    expect(templateMistakes({ one, other: one }, String)).toEqual(['two functions have the role r']);
  });
});

const aTable = 'arn:aws:dynamodb:eu-west-1:111122223333:table/flows';

/** The mistakes of a template with one function in it, after something was done to that. */
function mistakesWith(plant: (it: RecoveryFunction) => void): string[] {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return templateMistakes(resourcesOf(oneFunction(plant)), text);
}
