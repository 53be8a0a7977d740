import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountSecrets } from '../constructs/account-secrets.ts';
import { CentralStore } from '../constructs/central-store.ts';
import { EncryptionKeys } from '../constructs/encryption-keys.ts';
import type { Settings } from '../settings.ts';

/** What must outlive everything else: the central store, the keys, the two secrets of each domain. */
export class StateStack extends Stack {
  readonly keys: EncryptionKeys;
  readonly store: CentralStore;
  readonly dataProxy: AccountSecrets;
  readonly selfService: AccountSecrets;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, {
      ...props,
      description: 'Latchkey: the central store, keys and secrets',
      terminationProtection: true,
    });
    const { name: environment, domains } = settings;
    this.keys = new EncryptionKeys(this, 'Keys', environment);
    this.store = new CentralStore(this, 'Store', this.keys.store);
    const common = { environment, domains, key: this.keys.credentials };
    this.dataProxy = new AccountSecrets(this, 'DataProxy', {
      ...common,
      account: 'dataProxy',
      readers: ['verify', 'enroll', 'admin', 'announcer', 'sweeper', 'doctor', 'pre-flight', 'rotation'],
    });
    this.selfService = new AccountSecrets(this, 'SelfService', {
      ...common,
      account: 'selfService',
      readers: ['unlock', 'reset', 'doctor', 'rotation'],
    });
    this.outputs();
  }

  private outputs(): void {
    const kinds = [
      ['DataProxySecret', 'data proxy', this.dataProxy],
      ['SelfServiceSecret', 'self-service', this.selfService],
    ] as const;
    for (const [id, kind, { secrets }] of kinds)
      for (const [domain, { arn }] of secrets)
        new CfnOutput(this, `${id}${domain}`, {
          description: `The secret of the ${kind} account of ${domain}`,
          value: arn,
        });
  }
}
