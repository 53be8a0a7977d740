import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
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

/**
 * The customer-managed keys, one for each purpose. Every key policy parts looking after the key (the account's
 * administrators) from using it (the roles of the functions named here, or one AWS service). All are kept when the stack goes.
 */
export class EncryptionKeys extends Construct {
  /** The tables of the central store. */
  readonly store: IKey;
  /** Addresses and codes: who seals cannot open, and the other way round. */
  readonly seal: IKey;
  /** The HMAC key over answers and codes; it never leaves KMS. */
  readonly mac: IKey;
  /** The HMAC key that yields the key of authenticator apps' seeds; who may use it can read every seed. */
  readonly seed: IKey;
  /** The HMAC key that binds what is asked outside to one flow or session. */
  readonly federation: IKey;
  /** The secrets of the two accounts. */
  readonly credentials: IKey;
  /** Logs and alarms. */
  readonly operations: IKey;

  constructor(scope: Construct, id: string, environment: string) {
    super(scope, id);
    const stack = Stack.of(this);
    const rotating: Kind = { enableKeyRotation: true };
    this.store = keyFor(this, 'Store', 'the tables of the central store', rotating, [
      throughService(stack, 'dynamodb'),
    ]);
    this.seal = keyFor(this, 'Seal', 'addresses and codes', rotating, [
      usedBy(stack, environment, ['verify', 'enroll', 'reset', 'admin', 'announcer'], 'kms:GenerateDataKey'),
      usedBy(stack, environment, ['outbox-sender'], 'kms:Decrypt'),
    ]);
    const hmac = { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC };
    this.mac = keyFor(this, 'Mac', 'keyed tags over answers and codes', hmac, [
      usedBy(stack, environment, ['verify', 'enroll', 'admin'], 'kms:GenerateMac'),
    ]);
    this.seed = keyFor(this, 'Seed', 'the seeds of authenticator apps', hmac, [
      usedBy(stack, environment, ['verify', 'enroll'], 'kms:GenerateMac'),
    ]);
    this.federation = keyFor(this, 'Federation', 'what binds questions outside to a flow', hmac, [
      usedBy(stack, environment, ['federation'], 'kms:GenerateMac'),
    ]);
    this.credentials = keyFor(this, 'Credentials', 'the secrets of the two accounts', rotating, [
      throughService(stack, 'secretsmanager'),
    ]);
    this.operations = keyFor(this, 'Operations', 'logs and alarms', rotating, [logs(stack), alarms()]);
  }
}

type Kind = { readonly enableKeyRotation: true } | { readonly keySpec: KeySpec; readonly keyUsage: KeyUsage };

function keyFor(scope: Construct, id: string, purpose: string, kind: Kind, uses: PolicyStatement[]): Key {
  const administered = new PolicyStatement({
    sid: 'LookedAfter',
    principals: [new AccountRootPrincipal()],
    actions: ADMINISTRATION,
    resources: ['*'],
  });
  return new Key(scope, id, {
    ...kind,
    description: `Latchkey: ${purpose}`,
    policy: new PolicyDocument({ statements: [administered, ...uses] }),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

const usedBy = (stack: Stack, environment: string, names: readonly FunctionName[], action: string) =>
  new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: [action],
    resources: ['*'],
    conditions: {
      ArnLike: { 'aws:PrincipalArn': roleArns(stack, environment, names) },
      ...(action !== 'kms:GenerateMac' && { StringEquals: { 'kms:EncryptionContext:product': 'latchkey' } }),
    },
  });

const throughService = (stack: Stack, service: 'dynamodb' | 'secretsmanager') =>
  new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: THROUGH_A_SERVICE,
    resources: ['*'],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` } },
  });

const logs = (stack: Stack) =>
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

/** Without a condition on its source: CloudWatch's alarms stay silent if that key is missing from its request. */
const alarms = () =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ['*'],
  });
