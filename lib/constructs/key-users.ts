import type { Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from '../../lambdas/environment.ts';
import { roleArns } from '../role-path.ts';
import { ourAlarms } from '../watch/our-alarms.ts';
import { actingForUs } from './acting-for-us.ts';

/** What a service does with a key on behalf of whoever called it. */
const THROUGH_A_SERVICE = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** What knows no encryption context. */
const WITHOUT_CONTEXT = ['kms:GenerateMac', 'kms:Sign'];

/** These functions, for this alone. */
export const usedBy = (stack: Stack, environment: string, names: readonly FunctionName[], action: string) =>
  new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: [action],
    resources: ['*'],
    conditions: {
      ArnLike: { 'aws:PrincipalArn': roleArns(stack, environment, names) },
      ...(!WITHOUT_CONTEXT.includes(action) && {
        StringEquals: { 'kms:EncryptionContext:product': 'latchkey' },
      }),
    },
  });

/** Whoever may use a service that keeps something under the key; through that service only. */
export const throughService = (stack: Stack, service: 'backup' | 'dynamodb' | 's3' | 'secretsmanager') =>
  new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: THROUGH_A_SERVICE,
    resources: ['*'],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` } },
  });

/** Whoever may use a service that goes on using the key by itself: what it keeps is there longer than a request. The grant is the service's alone. */
export const grantedToService = (stack: Stack, service: 'backup' | 'dynamodb') =>
  new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: ['kms:CreateGrant'],
    resources: ['*'],
    conditions: {
      StringEquals: { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` },
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
    },
  });

/** CloudWatch Logs, for the log groups of the account. */
export const logs = (stack: Stack) =>
  new PolicyStatement({
    principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
    actions: [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:*`,
      },
    },
  });

/** CloudWatch, for the alarms of one environment. */
export const alarms = (stack: Stack, environment: string) =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
    conditions: actingForUs(stack, ourAlarms(environment)),
  });
