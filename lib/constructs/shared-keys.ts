import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { keyFor, type KeyKind, replicaKeyFor, replicatedTo } from './key-for.ts';
import { usedBy } from './key-users.ts';

/** What an environment has to do with another region. */
export type Abroad = Partial<Pick<Settings, 'replica' | 'standby'>>;

/** The keys without which an enrollment is worthless. */
export type SharedKeys = Readonly<Record<'seal' | 'mac' | 'seed', IKey>>;

/**
 * The keys without which an enrollment is worthless: answers are tagged, addresses sealed and seeds sealed with them. They are
 * multi-Region keys from the start, as KMS never makes one of another (decision 33); but nobody may replicate them, unless a replica
 * is set. A standby has the same keys, as replicas, for its own functions.
 */
export function sharedKeys(scope: Construct, environment: string, { replica, standby }: Abroad): SharedKeys {
  const stack = Stack.of(scope);
  const shared = (
    id: string,
    which: keyof SharedKeys,
    purpose: string,
    kind: KeyKind,
    uses: readonly PolicyStatement[],
  ): IKey =>
    standby
      ? replicaKeyFor(scope, id, purpose, standby.keys[which], [...uses])
      : keyFor(scope, id, purpose, { ...kind, multiRegion: true }, [
          ...uses,
          ...(replica ? [replicatedTo(replica.region)] : []),
        ]);
  const hmac = { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC };
  return {
    seal: shared('Seal', 'seal', 'addresses and codes', { enableKeyRotation: true }, [
      usedBy(stack, environment, ['verify', 'enroll', 'reset', 'admin', 'announcer'], 'kms:GenerateDataKey'),
      usedBy(stack, environment, ['outbox-sender'], 'kms:Decrypt'),
    ]),
    mac: shared('Mac', 'mac', 'keyed tags over answers and codes', hmac, [
      usedBy(stack, environment, ['verify', 'enroll', 'admin'], 'kms:GenerateMac'),
    ]),
    seed: shared('Seed', 'seed', 'the seeds of authenticator apps', hmac, [
      usedBy(stack, environment, ['verify', 'enroll'], 'kms:GenerateMac'),
    ]),
  };
}
