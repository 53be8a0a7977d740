import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import { trailSettings, trailWarnings } from '../../../lib/settings/trail-settings.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();
const bucket = it.one('state', 'AWS::S3::Bucket', 'TrailArchive');
const { Properties } = bucket;

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal?: unknown;
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const statements = (resource: { readonly Properties: Readonly<Record<string, unknown>> }, member: string) =>
  (resource.Properties[member] as { readonly Statement: readonly Statement[] }).Statement;

describe('the archive of the trail', () => {
  test('is locked for as long as the settings say, versioned, and kept when the stack goes', () => {
    expect(Properties['ObjectLockEnabled']).toBe(true);
    expect(Properties['ObjectLockConfiguration']).toEqual({
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } },
    });
    expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    expect(Properties).not.toHaveProperty('LifecycleConfiguration');
  });

  test('is never public, under a key of its own, over TLS only', () => {
    expect(Object.values(Properties['PublicAccessBlockConfiguration'] as object)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(it.text(JSON.parse(JSON.stringify(Properties['BucketEncryption'])))).toContain('KeysArchive');
    const policy = statements(it.one('state', 'AWS::S3::BucketPolicy', 'TrailArchive'), 'PolicyDocument');
    const denied = policy.filter(({ Effect }) => Effect === 'Deny');
    expect(denied.map(({ Condition }) => Condition)).toContainEqual({
      Bool: { 'aws:SecureTransport': 'false' },
    });
    expect(policy.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
  });

  test('takes a file only where there is none of that name, from whomever', () => {
    const policy = statements(it.one('state', 'AWS::S3::BucketPolicy', 'TrailArchive'), 'PolicyDocument');
    expect(policy.find(({ Sid }) => Sid === 'OnlyNewFiles')).toMatchObject({
      Effect: 'Deny',
      Action: 's3:PutObject',
      Principal: '*',
      Condition: { Null: { 's3:if-none-match': 'true' } },
    });
  });

  test('takes files from the sealer alone, and lets nobody hide one behind a marker', () => {
    const policy = statements(it.one('state', 'AWS::S3::BucketPolicy', 'TrailArchive'), 'PolicyDocument');
    const [sealer, hidden] = ['OnlyTheSealer', 'NothingHidden'].map((sid) =>
      policy.find(({ Sid }) => Sid === sid),
    );
    expect(sealer).toMatchObject({ Effect: 'Deny', Action: 's3:PutObject', Principal: '*' });
    expect(it.text(sealer?.Condition?.['ArnNotLike']?.['aws:PrincipalArn'])).toContain(
      '/latchkey/example/trail-sealer/*',
    );
    expect(hidden).toMatchObject({ Effect: 'Deny', Action: 's3:DeleteObject', Principal: '*' });
    expect(hidden).not.toHaveProperty('Condition');
  });

  test('tells EventBridge of each new file', () => {
    expect(Properties['NotificationConfiguration']).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  const warned = ({ app }: ReturnType<typeof synthesized>) =>
    app.node
      .findAll()
      .flatMap(({ node: { metadata } }) => metadata)
      .map(({ data }) => String(data))
      .filter((said) => said.includes('trail.lock'));

  test('is locked for good with a warning that nobody, not even root, can delete it, unless the settings say that this is wanted', () => {
    const [warning = '', ...more] = warned(it);
    expect(more).toEqual([]);
    expect(warning).toContain('nobody, not even root of the account nor AWS, can delete');
    expect(warning).toContain(`before the file is ${example.trail.keepDays} days old`);
    expect(trailWarnings({ trail: { ...example.trail, forGood: true } })).toEqual([]);
  });

  test('is locked otherwise where the settings say so, without a warning', () => {
    const other = synthesized({ ...example, trail: { keepDays: 30, lock: 'governance' } });
    expect(warned(other)).toEqual([]);
    expect(other.one('state', 'AWS::S3::Bucket', 'TrailArchive').Properties).toMatchObject({
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 30 } } },
    });
  });
});

describe('the key that signs the trail', () => {
  const key = it.one('state', 'AWS::KMS::Key', 'KeysTrailSigning');

  test('is an elliptic one for signing, and nobody but the sealer may sign', () => {
    expect(key.Properties).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const signing = statements(key, 'KeyPolicy').filter(({ Action }) => [Action].flat().includes('kms:Sign'));
    expect(signing.map(({ Condition }) => it.text(Condition?.['ArnLike']?.['aws:PrincipalArn']))).toEqual([
      expect.stringContaining('/latchkey/example/trail-sealer/*'),
    ]);
    const signers = it
      .all('service', 'AWS::IAM::Policy')
      .filter((policy) => JSON.stringify(policy.Properties).includes('kms:Sign'));
    expect(signers.map(({ id }) => id.startsWith('TrailSealer'))).toEqual([true]);
  });
});

describe('the sealer', () => {
  test('is woken every five minutes, one at a time, outside the network of the domain controllers', () => {
    const rule = it.one('background', 'AWS::Events::Rule', 'WakeUpsTrailSealer');
    expect(rule.Properties).toMatchObject({ ScheduleExpression: 'rate(5 minutes)', State: 'ENABLED' });
    const sealer = it.one('background', 'AWS::Lambda::Function', 'TrailSealer');
    expect(sealer.Properties).toMatchObject({ ReservedConcurrentExecutions: 1 });
    expect(sealer.Properties).not.toHaveProperty('VpcConfig');
  });

  test('may put files on that condition alone, and delete, replace or unlock none', () => {
    const policy = it
      .all('background', 'AWS::IAM::Policy')
      .filter(({ id }) => id.startsWith('TrailSealer'))
      .flatMap((one) => statements(one, 'PolicyDocument'));
    const s3 = policy.filter(({ Action }) => [Action].flat().join().includes('s3:'));
    expect(s3.flatMap(({ Action }) => Action)).toEqual(['s3:PutObject', 's3:GetObject', 's3:ListBucket']);
    expect(s3[0]?.Condition).toEqual({ Null: { 's3:if-none-match': 'false' } });
  });

  test('nobody else may write where its chains end, and it may write no event', () => {
    const writes = it
      .all('service', 'AWS::IAM::Policy')
      .flatMap((one) => statements(one, 'PolicyDocument').map((statement) => ({ id: one.id, ...statement })))
      .filter(
        ({ Action, Resource }) =>
          [Action].flat().includes('dynamodb:PutItem') &&
          it.text([Resource].flat()[0]).includes('StoreTrail'),
      )
      .map(({ id, Condition }) => [
        id.startsWith('TrailSealer'),
        Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'],
      ]);
    expect(writes.length).toBeGreaterThan(5);
    expect(writes.filter(([sealer]) => sealer === true)).toEqual([[true, ['chain#*']]]);
    for (const [, rows] of writes.filter(([sealer]) => sealer === false)) expect(rows).toEqual(['2*']);
  });
});

describe('settings of the trail', () => {
  test('are told what is wrong with them, and what to write', () => {
    const { error } = trailSettings.safeParse({ keepDays: 0, lock: 'forever', forever: true });
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      expect.stringMatching(/^keepDays: .*at least one day/),
      expect.stringMatching(/^lock: .*'compliance' or 'governance'/),
      expect.stringContaining('forever'),
    ]);
  });
});
