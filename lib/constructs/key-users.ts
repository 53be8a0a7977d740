import type { Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from '../../lambdas/environment.ts';
import { roleArns } from '../role-path.ts';

/** What a service does with a key on behalf of whoever called it. */
const THROUGH_A_SERVICE = [
  'kms:CreateGrant',
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

/** CloudWatch's alarms. Without a condition on their source: they stay silent if that key is missing from their request. */
export const alarms = () =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
  });
