import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountSecret } from '../constructs/account-secret.ts';
import { CentralStore } from '../constructs/central-store.ts';
import { EncryptionKeys } from '../constructs/encryption-keys.ts';
import type { Settings } from '../settings.ts';

/** What must outlive everything else: the central store, the keys, the two secrets. */
export class StateStack extends Stack {
  readonly keys: EncryptionKeys;
  readonly store: CentralStore;
  readonly dataProxy: AccountSecret;
  readonly selfService: AccountSecret;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, {
      ...props,
      description: 'Latchkey: the central store, keys and secrets',
      terminationProtection: true,
    });
    const { name: environment, accounts, domain } = settings;
    this.keys = new EncryptionKeys(this, 'Keys', environment);
    this.store = new CentralStore(this, 'Store', this.keys.store);
    const common = { environment, dnsName: domain.dnsName, key: this.keys.credentials };
    this.dataProxy = new AccountSecret(this, 'DataProxy', {
      ...common,
      account: accounts.dataProxy,
      purpose: 'the data proxy account, which may only read',
      readers: ['verify', 'enroll', 'admin', 'announcer', 'sweeper'],
      variable: 'LATCHKEY_DATA_PROXY_SECRET',
    });
    this.selfService = new AccountSecret(this, 'SelfService', {
      ...common,
      account: accounts.selfService,
      purpose: 'the self-service account, which may unlock and reset',
      readers: ['unlock', 'reset'],
      variable: 'LATCHKEY_SELF_SERVICE_SECRET',
    });
    this.outputs();
  }

  private outputs(): void {
    new CfnOutput(this, 'DataProxySecret', {
      description: 'The secret of the data proxy account',
      value: this.dataProxy.secret.secretArn,
    });
    new CfnOutput(this, 'SelfServiceSecret', {
      description: 'The secret of the self-service account',
      value: this.selfService.secret.secretArn,
    });
  }
}
