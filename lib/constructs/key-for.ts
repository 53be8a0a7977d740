import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnReplicaKey, type IKey, Key, type KeySpec, type KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../lambdas/environment.ts';
import { roleArns } from '../role-path.ts';

/** Looks after a key without using it. CreateGrant is not among them: who may grant may use. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RetireGrant',
  'kms:RevokeGrant',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];
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

/** What a key is made for: encryption, under material that is replaced every year, or something that KMS cannot do that for. */
export type KeyKind = (
  { readonly enableKeyRotation: true } | { readonly keySpec: KeySpec; readonly keyUsage: KeyUsage }
) & { readonly multiRegion?: true };

/** A key that the account looks after, and that only those named may use; it is kept when the stack goes. */
export function keyFor(
  scope: Construct,
  id: string,
  purpose: string,
  kind: KeyKind,
  uses: PolicyStatement[],
): Key {
  return new Key(scope, id, {
    ...kind,
    description: `Latchkey: ${purpose}`,
    policy: new PolicyDocument({ statements: [lookedAfter(), ...uses] }),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** The same key in this region, of a multi-Region key in another, with a policy of its own; kept like all others. */
export function replicaKeyFor(
  scope: Construct,
  id: string,
  purpose: string,
  primaryKeyArn: string,
  uses: PolicyStatement[],
): IKey {
  const replica = new CfnReplicaKey(scope, id, {
    primaryKeyArn,
    description: `Latchkey: ${purpose}`,
    keyPolicy: new PolicyDocument({ statements: [lookedAfter(), ...uses] }),
  });
  replica.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return Key.fromKeyArn(scope, `${id}Here`, replica.attrArn);
}

const lookedAfter = () =>
  new PolicyStatement({
    sid: 'LookedAfter',
    principals: [new AccountRootPrincipal()],
    actions: ADMINISTRATION,
    resources: ['*'],
  });

/** Lets administrators replicate a multi-Region key into one other region. Without it, nobody can. */
export const replicatedTo = (region: string) =>
  new PolicyStatement({
    sid: 'ReplicatedTo',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:ReplicateKey'],
    resources: ['*'],
    conditions: { StringEquals: { 'kms:ReplicaRegion': region } },
  });

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
