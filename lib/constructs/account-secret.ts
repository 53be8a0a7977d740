import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { FunctionName } from '../../lambdas/environment.ts';
import { roleArns } from '../role-path.ts';
import type { AccountSettings } from '../settings/account-settings.ts';

export interface AccountSecretProps {
  readonly environment: string;
  readonly account: AccountSettings;
  /** What the account is for, in a few words. */
  readonly purpose: string;
  readonly dnsName: string;
  readonly key: IKey;
  /** The functions that may read it; everybody else is refused, administrators too. */
  readonly readers: readonly FunctionName[];
}

const BY_HAND =
  'The password belongs to an account in Active Directory that has no alternate, so nothing can rotate it without a gap; docs/deploy.md says how it is changed by hand, and how to have it rotated.';
const ROTATED =
  'It is rotated by the schedule in the background stack, where the function that rotates it is; this rule looks for one in the same stack only.';

/** The secret `{"username", "password"}` of one AD account: a new one that holds a random placeholder, or one that is there already. */
export class AccountSecret extends Construct {
  readonly arn: string;
  /** Of the key it is under; undefined for the one AWS manages. */
  readonly keyArn: string | undefined;
  /** Whether its password is rotated. */
  readonly rotates: boolean;

  constructor(scope: Construct, id: string, props: AccountSecretProps) {
    super(scope, id);
    const { secret, alternate } = props.account;
    this.rotates = alternate !== undefined;
    if (secret === 'create') {
      this.arn = this.created(props).secretArn;
      this.keyArn = props.key.keyArn;
      return;
    }
    this.arn = Secret.fromSecretCompleteArn(this, 'Present', secret.arn).secretArn;
    this.keyArn =
      secret.encryptionKeyArn && Key.fromKeyArn(this, 'PresentKey', secret.encryptionKeyArn).keyArn;
  }

  private created({ environment, account, purpose, dnsName, key, readers }: AccountSecretProps): Secret {
    const secret = new Secret(this, 'Secret', {
      description: `Latchkey: the password of ${purpose}; overwrite the placeholder`,
      // By ARN: CDK would add to the key's own policy what that says already, with wildcards.
      encryptionKey: Key.fromKeyArn(this, 'Key', key.keyArn),
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: `${account.username}@${dnsName}` }),
        generateStringKey: 'password',
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    secret.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyItsReaders',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['*'],
        conditions: { ArnNotLike: { 'aws:PrincipalArn': roleArns(Stack.of(this), environment, readers) } },
      }),
    );
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SMG4',
      reason: this.rotates ? ROTATED : BY_HAND,
    });
    return secret;
  }
}
