import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { FunctionName, Variable } from '../../lambdas/environment.ts';
import { roleArns } from '../role-path.ts';
import type { Settings } from '../settings.ts';
import type { RecoveryFunction } from './recovery-function.ts';

export interface AccountSecretProps {
  readonly environment: string;
  readonly account: Settings['accounts']['dataProxy'];
  /** What the account is for, in a few words. */
  readonly purpose: string;
  readonly dnsName: string;
  readonly key: IKey;
  /** The functions that may read it; everybody else is refused, administrators too. */
  readonly readers: readonly FunctionName[];
  /** The variable that tells a reader which secret it is. */
  readonly variable: Variable;
}

/** The secret `{"username", "password"}` of one AD account: a new one that holds a random placeholder, or one that is there already. */
export class AccountSecret extends Construct {
  readonly secret: { readonly secretArn: string };
  private readonly props: AccountSecretProps;
  private readonly keyArn: string | undefined;

  constructor(scope: Construct, id: string, props: AccountSecretProps) {
    super(scope, id);
    this.props = props;
    const { secret } = props.account;
    if (secret === 'create') {
      this.secret = this.created();
      this.keyArn = props.key.keyArn;
      return;
    }
    this.secret = Secret.fromSecretCompleteArn(this, 'Present', secret.arn);
    this.keyArn =
      secret.encryptionKeyArn && Key.fromKeyArn(this, 'PresentKey', secret.encryptionKeyArn).keyArn;
  }

  /** Lets a function read the secret, and tells it which one. By ARN, as a grant would close a circle between stacks. */
  letRead(reader: RecoveryFunction): void {
    if (!this.props.readers.includes(reader.name))
      throw new Error(`${reader.name} may not read the secret of ${this.props.purpose}`);
    reader.set(this.props.variable, this.secret.secretArn);
    reader.allow({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] });
    if (this.keyArn === undefined) return;
    const { region } = Stack.of(this);
    reader.allow({
      actions: ['kms:Decrypt'],
      resources: [this.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
    });
  }

  private created(): Secret {
    const { environment, account, purpose, dnsName, key, readers } = this.props;
    const secret = new Secret(this, 'Secret', {
      description: `Latchkey: the password of ${purpose}; overwrite the placeholder`,
      encryptionKey: key,
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
      reason:
        'The password belongs to an account in Active Directory, which Secrets Manager cannot rotate by itself; docs/deploy.md says how it is changed by hand.',
    });
    return secret;
  }
}
