import { Annotations, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountSecrets } from '../constructs/account-secrets.ts';
import { BackUp } from '../constructs/back-up.ts';
import { CanarySecret } from '../constructs/canary-secret.ts';
import { CentralStore } from '../constructs/central-store.ts';
import { EncryptionKeys } from '../constructs/encryption-keys.ts';
import { TrailArchive } from '../constructs/trail-archive.ts';
import type { Settings } from '../settings.ts';
import { canaryOf } from '../settings/canary-settings.ts';
import { trailWarnings } from '../settings/trail-settings.ts';

/** What must outlive everything else: the central store, the keys, the two secrets of each domain. */
export class StateStack extends Stack {
  readonly keys: EncryptionKeys;
  readonly store: CentralStore;
  readonly backUp: BackUp;
  readonly archive: TrailArchive;
  readonly dataProxy: AccountSecrets;
  readonly selfService: AccountSecrets;
  /** Undefined where there is no canary. */
  readonly canary: CanarySecret | undefined;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, {
      ...props,
      description: 'Latchkey: the central store, keys and secrets',
      terminationProtection: true,
    });
    const { name: environment, domains } = settings;
    this.keys = new EncryptionKeys(this, 'Keys', environment, settings);
    this.store = new CentralStore(this, 'Store', this.keys.store, settings);
    this.backUp = new BackUp(this, 'BackUp', {
      store: this.store,
      key: this.keys.vault,
      backup: settings.backup,
    });
    this.archive = new TrailArchive(this, 'TrailArchive', this.keys, settings);
    for (const warning of trailWarnings(settings))
      Annotations.of(this.archive).addWarningV2('latchkey:trail-lock', warning);
    const ofEach = { environment, domains, key: this.keys.credentials };
    this.dataProxy = new AccountSecrets(this, 'DataProxy', {
      ...ofEach,
      account: 'dataProxy',
      readers: ['verify', 'enroll', 'admin', 'announcer', 'sweeper', 'doctor', 'pre-flight', 'rotation'],
    });
    this.selfService = new AccountSecrets(this, 'SelfService', {
      ...ofEach,
      account: 'selfService',
      readers: ['unlock', 'reset', 'doctor', 'rotation'],
    });
    this.canary =
      canaryOf(settings) && new CanarySecret(this, 'Canary', { environment, key: this.keys.credentials });
    this.outputs();
    this.restoreOutputs();
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
    if (this.canary)
      new CfnOutput(this, 'CanarySecret', {
        description: 'The secret of all that the canary knows',
        value: this.canary.arn,
      });
  }

  /** What a restore asks for, and a standby in another region (docs/restore.md). */
  private restoreOutputs(): void {
    const { store, keys, backUp } = this;
    const said = [
      ['Tables', 'The names of the tables, for latchkey restore', store.names()],
      ['EnrollmentsTable', 'The table of what people registered', store.tables.enrollments.tableName],
      ['ConfigurationTable', 'The table of the configuration', store.tables.configuration.tableName],
      ['StoreKey', 'The key that the tables are under', keys.store.keyArn],
      ['MacKey', 'The key that answers are tagged with', keys.mac.keyArn],
      ['SealKey', 'The key that addresses are sealed with', keys.seal.keyArn],
      ['SeedKey', 'The key of the seeds of authenticator apps', keys.seed.keyArn],
      ['BackUpVault', 'The vault of the back-ups', backUp.vault.backupVaultArn],
    ] as const;
    for (const [id, description, value] of said) new CfnOutput(this, id, { description, value });
  }
}
