import { Stack } from 'aws-cdk-lib';
import type { RecoveryFunction } from './recovery-function.ts';

/** Lets a function read secrets that somebody else made: under the key AWS manages, they need no other permission. */
export function letReadNamed(it: RecoveryFunction, names: readonly string[]): void {
  if (names.length === 0) return;
  const { partition, region, account } = Stack.of(it);
  it.allow({
    actions: ['secretsmanager:GetSecretValue'],
    // Secrets Manager adds six characters of its own to a name.
    resources: names.map(
      (name) => `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}-??????`,
    ),
  });
}
