import { RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnReplicaKey, type IKey, Key, type KeySpec, type KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

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
