import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { roleArns } from '../role-path.ts';
import type { RecoveryFunction } from './recovery-function.ts';

export interface CanarySecretProps {
  readonly environment: string;
  readonly key: IKey;
}

/** All that the canary knows. An administrator puts its first password in; from then on it writes there itself, and nobody else reads it. */
export class CanarySecret extends Construct {
  readonly arn: string;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, { environment, key }: CanarySecretProps) {
    super(scope, id);
    this.key = key;
    const secret = new Secret(this, 'Secret', {
      description:
        'Latchkey: what the canary knows; overwrite the placeholder with {"password": "…"} of its account',
      // By ARN: CDK would add to the key's own policy what that says already, with wildcards.
      encryptionKey: Key.fromKeyArn(this, 'Key', key.keyArn),
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'password' },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    secret.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTheCanary',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['*'],
        conditions: { ArnNotLike: { 'aws:PrincipalArn': roleArns(Stack.of(this), environment, ['canary']) } },
      }),
    );
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SMG4',
      reason: 'The canary resets the password in it every hour, through the portal: that is what it is for.',
    });
    this.arn = secret.secretArn;
  }

  /** Lets the canary read and write it. By ARN, as a grant would close a circle between stacks. */
  letKeep(canary: RecoveryFunction): void {
    canary.allow({
      actions: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
      resources: [this.arn],
    });
    const { region } = Stack.of(this);
    canary.allow({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [this.key.keyArn],
      conditions: {
        StringEquals: {
          'kms:ViaService': `secretsmanager.${region}.amazonaws.com`,
          // The key is that of the other accounts' secrets, too.
          'kms:EncryptionContext:SecretARN': this.arn,
        },
      },
    });
  }
}
