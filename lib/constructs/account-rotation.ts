import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { AccountSecrets } from './account-secrets.ts';
import type { RecoveryFunction } from './recovery-function.ts';

export interface AccountRotationProps {
  readonly rotation: RecoveryFunction;
  readonly domains: Settings['domains'];
  readonly accounts: Readonly<Record<'DataProxy' | 'SelfService', AccountSecrets>>;
}

/**
 * Has Secrets Manager wake the rotation function for every account that has an alternate, and for no other. Nothing is rotated
 * by deploying: the first time is when the schedule says, so that the two passwords can be put in before.
 */
export class AccountRotation extends Construct {
  constructor(scope: Construct, id: string, props: AccountRotationProps) {
    super(scope, id);
    const { rotation, domains, accounts } = props;
    const permission = new CfnPermission(this, 'SecretsManager', {
      action: 'lambda:InvokeFunction',
      functionName: rotation.live.functionArn,
      principal: new ServicePrincipal('secretsmanager.amazonaws.com').service,
      sourceAccount: Stack.of(this).account,
    });
    for (const [kind, { secrets }] of Object.entries(accounts))
      for (const { netbiosName, rotation: plan } of domains) {
        const secret = secrets.get(netbiosName);
        if (!secret?.rotates) continue;
        const schedule = new CfnRotationSchedule(this, `${kind}${netbiosName}`, {
          secretId: secret.arn,
          rotationLambdaArn: rotation.live.functionArn,
          rotationRules: { automaticallyAfterDays: plan.everyDays },
          rotateImmediatelyOnUpdate: false,
        });
        schedule.addResourceDependency(permission);
      }
  }
}
