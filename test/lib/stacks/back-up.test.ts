import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { defineConfig, type SettingsInput } from '../../../lib/settings.ts';
import { StateStack } from '../../../lib/stacks/state-stack.ts';
import { mistakesOf } from '../mistakes-of.ts';
import { RIGHT } from '../right-settings.ts';

const SETTINGS = { ...RIGHT, account: '111122223333', region: 'eu-west-1' };
const wrong = (changes: Partial<SettingsInput>): string => mistakesOf({ ...SETTINGS, ...changes }).join('\n');
const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/6f1c2b1e-0d6f-4b9a-9c55-0a2f5c7d8e90';
const VAULT = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:latchkey';
const shared = (which: string) => `arn:aws:kms:eu-west-1:111122223333:key/mrk-${which.repeat(8)}`;
const STANDBY = {
  enrollments: 'Latchkey-Example-State-StoreEnrollments-ABC',
  configuration: 'Latchkey-Example-State-StoreConfiguration-DEF',
  keys: { mac: shared('a'), seal: shared('b'), seed: shared('c') },
};

interface Found {
  readonly id: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** The state stack alone, with these changes of the settings. */
function stateOf(changes: Partial<SettingsInput> = {}) {
  const settings = defineConfig({ ...SETTINGS, ...changes });
  const { account = '', region = '' } = settings;
  const template = Template.fromStack(
    new StateStack(new App(), 'State', settings, { env: { account, region } }),
  );
  const all = (type: string): readonly Found[] =>
    Object.entries(template.findResources(type)).map(([id, found]) => ({ id, ...found }) as Found);
  return { all, template };
}

const only = (found: readonly Found[]): Found => {
  const [one, ...more] = found;
  if (!one || more.length > 0) throw new Error(`there are ${more.length + (one ? 1 : 0)}`);
  return one;
};

describe('the back-ups', () => {
  const plain = stateOf();

  test('are of every table, each night, and kept for 35 days', () => {
    const { BackupPlan } = only(plain.all('AWS::Backup::BackupPlan')).Properties;
    expect(BackupPlan).toMatchObject({
      BackupPlanRule: [{ ScheduleExpression: 'cron(15 1 * * ? *)', Lifecycle: { DeleteAfterDays: 35 } }],
    });
    const { BackupSelection } = only(plain.all('AWS::Backup::BackupSelection')).Properties;
    const { Resources } = BackupSelection as { readonly Resources: readonly object[] };
    const names = Resources.map((one) => JSON.stringify(one).replace(/.*"Store(\w+?)[0-9A-F]{8}".*/, '$1'));
    expect(names.toSorted()).toEqual(['Configuration', 'Enrollments', 'Flows', 'Trail']);
  });

  test('lie in a vault with a key of its own and a lock, and stay when the stack goes', () => {
    const vault = only(plain.all('AWS::Backup::BackupVault'));
    expect(vault.Properties['LockConfiguration']).toEqual({ MinRetentionDays: 35 });
    expect(JSON.stringify(vault.Properties['EncryptionKeyArn'])).toMatch(/"KeysVault[0-9A-F]{8}"/);
    expect([vault.DeletionPolicy, vault.UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
    const key = plain.all('AWS::KMS::Key').find(({ id }) => id.startsWith('KeysVault'));
    expect(key?.Properties['KeyPolicy']).toMatchObject({
      Statement: [
        {},
        { Condition: { StringEquals: { 'kms:ViaService': 'backup.eu-west-1.amazonaws.com' } } },
        {
          Action: 'kms:CreateGrant',
          Condition: {
            StringEquals: { 'kms:ViaService': 'backup.eu-west-1.amazonaws.com' },
            Bool: { 'kms:GrantIsForAWSResource': 'true' },
          },
        },
      ],
    });
  });

  test('are made by a role that cannot restore, delete or read anything', () => {
    const policy = only(plain.all('AWS::IAM::Policy').filter(({ id }) => id.startsWith('BackUp')));
    const { Statement } = policy.Properties['PolicyDocument'] as {
      readonly Statement: readonly { readonly Action: string | string[]; readonly Resource: unknown }[];
    };
    expect(Statement.flatMap(({ Action }) => Action).toSorted()).toEqual([
      'backup:CopyIntoBackupVault',
      'backup:DescribeBackupVault',
      'dynamodb:CreateBackup',
      'dynamodb:DescribeTable',
      'dynamodb:ListTagsOfResource',
      'dynamodb:StartAwsBackupJob',
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:DescribeKey',
      'kms:GenerateDataKey',
      'kms:GenerateDataKey',
    ]);
    expect(JSON.stringify(Statement)).not.toContain('"*"');
  });

  test('are locked for good, and copied away, only where the settings say so', () => {
    const strict = stateOf({
      backup: { lock: 'compliance', keepDays: 90, changeableForDays: 5, copyTo: VAULT },
    });
    const { LockConfiguration } = only(strict.all('AWS::Backup::BackupVault')).Properties;
    expect(LockConfiguration).toEqual({ MinRetentionDays: 90, ChangeableForDays: 5 });
    const { BackupPlan } = only(strict.all('AWS::Backup::BackupPlan')).Properties;
    expect(BackupPlan).toMatchObject({
      BackupPlanRule: [
        { CopyActions: [{ DestinationBackupVaultArn: VAULT, Lifecycle: { DeleteAfterDays: 90 } }] },
      ],
    });
    expect(JSON.stringify(plain.template.toJSON())).not.toMatch(/ChangeableForDays|CopyActions/);
  });

  test('are refused with a sentence where they would be worth little', () => {
    const here = VAULT.replace('eu-central-1', 'eu-west-1').replace('444455556666', '111122223333');
    expect(wrong({ backup: { lock: 'governance', copyTo: here } })).toContain(
      'backup.copyTo: is in the same account and region',
    );
    expect(wrong({ backup: { lock: 'governance', keepDays: 1 } })).toContain('backup.keepDays: is too short');
    expect(wrong({ backup: { lock: 'compliance' } as never })).toContain(
      'backup.changeableForDays: is missing',
    );
    expect(wrong({ backup: { lock: 'none' } as never })).toContain('backup.lock: ');
  });
});

describe('the keys of answers, addresses and seeds', () => {
  const SHARED = /^Keys(Mac|Seal|Seed)[0-9A-F]{8}$/;
  const replicating = (found: readonly Found[]) =>
    found.filter(({ Properties }) => JSON.stringify(Properties['KeyPolicy']).includes('kms:ReplicateKey'));

  test('are multi-Region keys from the start, as no key can become one; nobody may replicate any', () => {
    const keys = stateOf().all('AWS::KMS::Key');
    const several = keys.filter(({ Properties }) => Properties['MultiRegion'] === true);
    expect(several).toHaveLength(3);
    for (const { id } of several) expect(id).toMatch(SHARED);
    expect(replicating(keys)).toEqual([]);
  });

  test('may be replicated into the region of the replica, and into no other', () => {
    const keys = replicating(stateOf({ replica: { region: 'eu-central-1' } }).all('AWS::KMS::Key'));
    expect(keys).toHaveLength(3);
    for (const { id, Properties } of keys) {
      expect(id).toMatch(SHARED);
      const { Statement } = Properties['KeyPolicy'] as { readonly Statement: readonly object[] };
      expect(Statement.at(-1)).toMatchObject({
        Action: 'kms:ReplicateKey',
        Condition: { StringEquals: { 'kms:ReplicaRegion': 'eu-central-1' } },
      });
    }
  });
});

describe('a replica in another region', () => {
  const primary = stateOf({ replica: { region: 'eu-central-1', tableKey: KEY } });

  test('has what people registered and the configuration, kept and protected as the original is', () => {
    const tables = primary.all('AWS::DynamoDB::GlobalTable');
    expect(tables).toHaveLength(2);
    for (const { Properties } of tables) {
      expect(Properties['Replicas']).toMatchObject([
        { Region: 'eu-west-1', DeletionProtectionEnabled: true },
        {
          Region: 'eu-central-1',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { KMSMasterKeyId: KEY },
        },
      ]);
      expect(Properties['StreamSpecification']).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    }
  });

  test('has no flow, no count and no trail: those tables know one region', () => {
    const tables = primary.all('AWS::DynamoDB::Table');
    expect(tables.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).toSorted()).toEqual([
      'StoreFlows',
      'StoreTrail',
    ]);
    for (const { Properties } of tables) expect(JSON.stringify(Properties)).not.toContain('eu-central-1');
  });

  test('comes only after its key: until then keys may be replicated, and no table is', () => {
    const first = stateOf({ replica: { region: 'eu-central-1' } });
    for (const { Properties } of first.all('AWS::DynamoDB::GlobalTable'))
      expect(Properties['Replicas']).toHaveLength(1);
  });

  test.each([
    [
      'in its own region',
      { replica: { region: 'eu-west-1' } },
      'replica.region: is the region of the original',
    ],
    [
      'under a key of a third region',
      { replica: { region: 'eu-west-2', tableKey: KEY } },
      'replica.tableKey: is a key of another region',
    ],
    [
      'of a replica',
      { replica: { region: 'eu-central-1' }, standby: STANDBY },
      'standby: is itself a replica',
    ],
    ['that is its own original', { standby: STANDBY }, 'standby.keys: are in the region of the standby'],
  ])('is refused with a sentence where it is one %s', (_, changes, says) => {
    expect(wrong(changes)).toContain(says);
  });

  test('needs to know both regions', () => {
    const { region: _left, ...anywhere } = SETTINGS;
    expect(() => defineConfig({ ...anywhere, replica: { region: 'eu-central-1' } })).toThrow(
      'region: is missing: a replica needs both regions',
    );
  });
});

describe('a standby', () => {
  const standby = stateOf({ name: 'Standby', region: 'eu-central-1', standby: STANDBY });

  test('has the same keys of answers, addresses and seeds, for its own functions', () => {
    const replicas = standby.all('AWS::KMS::ReplicaKey');
    expect(replicas.map(({ Properties }) => String(Properties['PrimaryKeyArn'])).toSorted()).toEqual(
      Object.values(STANDBY.keys).toSorted(),
    );
    for (const { Properties, DeletionPolicy } of replicas) {
      expect(DeletionPolicy).toBe('Retain');
      const { Statement } = Properties['KeyPolicy'] as { readonly Statement: readonly object[] };
      expect(JSON.stringify(Statement.slice(1))).toContain('/latchkey/standby/');
      expect(JSON.stringify(Statement)).not.toContain('ReplicateKey');
    }
  });

  test('reads and writes the replicas, and has flows and a trail of its own', () => {
    expect(standby.all('AWS::DynamoDB::GlobalTable')).toEqual([]);
    expect(standby.all('AWS::DynamoDB::Table')).toHaveLength(2);
    const { Tables, StoreKey } = standby.template.findOutputs('*') as Record<string, { Value: unknown }>;
    expect(JSON.stringify(Tables?.Value)).toContain(STANDBY.enrollments);
    expect(JSON.stringify(Tables?.Value)).toContain(STANDBY.configuration);
    expect(JSON.stringify(StoreKey?.Value)).toContain('KeysStore');
  });
});
