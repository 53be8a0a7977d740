import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { READS } from '../../lambdas/environment.ts';
import { RecoveryFunction } from '../../lib/constructs/recovery-function.ts';

/** A template with one function in it, told nothing; `plant` may do anything to it. For what a whole deployment is not needed for. */
export function oneFunction(plant: (it: RecoveryFunction) => void): Template {
  const bundle = mkdtempSync(path.join(tmpdir(), 'latchkey-one-'));
  writeFileSync(path.join(bundle, 'index.mjs'), '');
  const stack = new Stack(new App(), 'One');
  const it = new RecoveryFunction(stack, 'Admin', {
    environment: 'Test',
    name: 'admin',
    bundle,
    architecture: 'arm64',
    logRetentionDays: RetentionDays.ONE_YEAR,
    logKey: Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/logs'),
  });
  for (const variable of READS.admin) it.set(variable, 'none');
  plant(it);
  return Template.fromStack(stack);
}
