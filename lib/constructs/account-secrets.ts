import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { FunctionName, Variable } from '../../lambdas/environment.ts';
import { rotationNeeds } from './rotation-needs.ts';
import type { Settings } from '../settings.ts';
import { AccountSecret } from './account-secret.ts';
import type { RecoveryFunction } from './recovery-function.ts';

export interface AccountSecretsProps {
  readonly environment: string;
  readonly domains: Settings['domains'];
  /** Which of each domain's two accounts. */
  readonly account: 'dataProxy' | 'selfService';
  readonly key: IKey;
  /** The functions that may read them. */
  readonly readers: readonly FunctionName[];
}

const KINDS = {
  dataProxy: {
    purpose: 'the data proxy account, which may only read',
    variable: 'LATCHKEY_DATA_PROXY_SECRETS',
  },
  selfService: {
    purpose: 'the self-service account, which may unlock and reset',
    variable: 'LATCHKEY_SELF_SERVICE_SECRETS',
  },
} as const satisfies Record<string, { readonly purpose: string; readonly variable: Variable }>;

/** The secret of one of the two accounts in every domain. What may read it in one domain may read it in all. */
export class AccountSecrets extends Construct {
  /** By NetBIOS name. */
  readonly secrets: ReadonlyMap<string, AccountSecret>;
  private readonly props: AccountSecretsProps;

  constructor(scope: Construct, id: string, props: AccountSecretsProps) {
    super(scope, id);
    this.props = props;
    const { domains, account, ...common } = props;
    this.secrets = new Map(
      domains.map(({ netbiosName, dnsName, accounts }) => {
        const purpose = `${KINDS[account].purpose}, of ${netbiosName}`;
        const settings = { ...common, account: accounts[account], purpose, dnsName };
        return [netbiosName, new AccountSecret(this, netbiosName, settings)] as const;
      }),
    );
  }

  /** Lets a function read the secrets, and tells it which they are. By ARN, as a grant would close a circle between stacks. */
  letRead(reader: RecoveryFunction): void {
    this.mayRead(reader);
    const all = [...this.secrets.values()];
    reader.allow({ actions: ['secretsmanager:GetSecretValue'], resources: all.map(({ arn }) => arn) });
    this.letUseKeys(reader, all, ['kms:Decrypt']);
  }

  /** Lets a function put new passwords into the secrets that rotate, and into no other. */
  letRotate(rotator: RecoveryFunction): void {
    this.mayRead(rotator);
    const rotating = [...this.secrets.values()].filter(({ rotates }) => rotates);
    if (rotating.length === 0) return;
    rotator.allow({ actions: [...rotationNeeds], resources: rotating.map(({ arn }) => arn) });
    this.letUseKeys(rotator, rotating, ['kms:Decrypt', 'kms:GenerateDataKey']);
  }

  private mayRead(reader: RecoveryFunction): void {
    const { account, readers } = this.props;
    const { purpose, variable } = KINDS[account];
    if (!readers.includes(reader.name))
      throw new Error(`${reader.name} may not read the secret of ${purpose}`);
    const arns = [...this.secrets].map(([name, { arn }]) => [name, arn]);
    reader.set(variable, JSON.stringify(Object.fromEntries(arns)));
  }

  private letUseKeys(it: RecoveryFunction, secrets: readonly AccountSecret[], actions: string[]): void {
    const keys = [...new Set(secrets.flatMap(({ keyArn }) => (keyArn === undefined ? [] : [keyArn])))];
    if (keys.length === 0) return;
    const { region } = Stack.of(this);
    it.allow({
      actions,
      resources: keys,
      conditions: {
        StringEquals: {
          'kms:ViaService': `secretsmanager.${region}.amazonaws.com`,
          'kms:EncryptionContext:SecretARN': secrets.map(({ arn }) => arn),
        },
      },
    });
  }
}
