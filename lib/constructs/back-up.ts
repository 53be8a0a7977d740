import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type LockConfiguration,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { CentralStore } from './central-store.ts';

export interface BackUpProps {
  readonly store: CentralStore;
  /** The vault's own. */
  readonly key: IKey;
  readonly backup: Settings['backup'];
}

/**
 * A back-up of every table each night, beside the point-in-time recovery that the tables themselves have: that one goes with the table,
 * this one stays in a vault with a key and a lock of its own. `flows` is among them for the counts and notes of people, which stand
 * in it beside what only a moment was good for; a restore parts the two (docs/restore.md).
 */
export class BackUp extends Construct {
  readonly vault: BackupVault;

  constructor(scope: Construct, id: string, { store, key, backup }: BackUpProps) {
    super(scope, id);
    this.vault = new BackupVault(this, 'Vault', {
      encryptionKey: key,
      lockConfiguration: lockOf(backup),
      // CDK gives it a name: one that stayed after a first deployment that failed would be in the way of the second.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const plan = new BackupPlan(this, 'Plan', { backupVault: this.vault });
    const deleteAfter = Duration.days(backup.keepDays);
    const copy =
      backup.copyTo === undefined
        ? undefined
        : BackupVault.fromBackupVaultArn(this, 'CopyVault', backup.copyTo);
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        scheduleExpression: Schedule.cron({ hour: '1', minute: '15' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(8),
        deleteAfter,
        ...(copy && { copyActions: [{ destinationBackupVault: copy, deleteAfter }] }),
      }),
    );
    // AWS documents no condition for whom Backup acts: one that it does not send would end every back-up.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('backup.amazonaws.com') });
    const policy = new Policy(this, 'Powers', {
      roles: [role],
      statements: powersOf(this.vault, store, key, backup.copyTo),
    });
    const selection = plan.addSelection('Tables', {
      role,
      disableDefaultBackupPolicy: true,
      resources: Object.values(store.tables).map(({ tableArn }) => BackupResource.fromArn(tableArn)),
    });
    // The first back-up must not come before the permission to make it.
    selection.node.addDependency(policy);
  }
}

/** The shortest time is the lock's, too: whoever takes over a role cannot make a back-up that is gone tomorrow. */
const lockOf = (backup: Settings['backup']): LockConfiguration => ({
  minRetention: Duration.days(backup.keepDays),
  ...(backup.lock === 'compliance' && { changeableFor: Duration.days(backup.changeableForDays) }),
});

/** What backing up takes, and nothing of restoring: that is done by whoever does it, with powers of their own. */
function powersOf(
  vault: BackupVault,
  store: CentralStore,
  key: IKey,
  copyTo: string | undefined,
): PolicyStatement[] {
  const { region } = Stack.of(vault);
  const tables = Object.values(store.tables).map(({ tableArn }) => tableArn);
  const through = (service: string) => ({
    StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
  });
  return [
    new PolicyStatement({
      actions: [
        'dynamodb:DescribeTable',
        'dynamodb:CreateBackup',
        'dynamodb:StartAwsBackupJob',
        'dynamodb:ListTagsOfResource',
      ],
      resources: tables,
    }),
    new PolicyStatement({
      actions: ['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
      resources: [vault.backupVaultArn, ...(copyTo === undefined ? [] : [copyTo])],
    }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: [store.key.keyArn],
      conditions: through('dynamodb'),
    }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: [key.keyArn],
      conditions: through('backup'),
    }),
    new PolicyStatement({
      actions: ['kms:CreateGrant'],
      resources: [key.keyArn],
      conditions: { ...through('backup'), Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
  ];
}
