import { describe, expect, test } from 'vitest';
import twoDomains from '../../../config/example-two-domains.ts';
import { TABLE_DEFINITIONS } from '../../../adapters/dynamodb/tables.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();
const globalTables = it.all('state', 'AWS::DynamoDB::GlobalTable');
const tables = [...it.all('state', 'AWS::DynamoDB::Table'), ...globalTables];
const tableOf = (name: string) => tables.find(({ id }) => id.startsWith(`Store${name}`));

describe('the central store', () => {
  test('has the four tables of tables.ts, keys, indexes and all', () => {
    expect(tables).toHaveLength(Object.keys(TABLE_DEFINITIONS).length);
    expect(tableOf('Flows')?.Properties).toMatchObject({
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        { IndexName: 'outbox', Projection: { ProjectionType: 'KEYS_ONLY' } },
        { IndexName: 'unsettled', Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    });
    expect(tableOf('Trail')?.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        { IndexName: 'person', Projection: { ProjectionType: 'ALL' } },
        { IndexName: 'reference', Projection: { ProjectionType: 'ALL' } },
      ],
    });
    expect(tableOf('Enrollments')?.Properties).toMatchObject({
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    });
    expect(tableOf('Configuration')?.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'version', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'version', AttributeType: 'N' },
      ],
    });
  });

  test.each(tables.map((table) => [table.id, table] as const))(
    '%s can be restored to any second, is under our key, and stays whatever happens to the stack',
    (_, table) => {
      const { Replicas, SSESpecification: sse, BillingMode } = table.Properties;
      expect(BillingMode).toBe('PAY_PER_REQUEST');
      expect(sse).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
      // A global table says the rest of each of its regions.
      const [here = table.Properties, ...abroad] = (Replicas ?? []) as Record<string, unknown>[];
      expect(abroad).toEqual([]);
      expect(here).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
      });
      const { KMSMasterKeyId } = here['SSESpecification'] as Record<string, unknown>;
      expect(it.text(KMSMasterKeyId)).toBe('<KeysStore.Arn>');
      expect([table.DeletionPolicy, table.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    },
  );

  test('only flows are cleaned by TTL, and only their keys are streamed', () => {
    const cleaned = tables.filter(({ Properties }) => 'TimeToLiveSpecification' in Properties);
    const streamed = tables.filter(({ Properties }) => 'StreamSpecification' in Properties);
    expect(cleaned.map(({ Properties }) => Properties['TimeToLiveSpecification'])).toEqual([
      { AttributeName: 'ttl', Enabled: true },
    ]);
    expect([cleaned, streamed].flat().map(({ id }) => id)).toEqual([
      tableOf('Flows')?.id,
      tableOf('Flows')?.id,
    ]);
    expect(streamed[0]?.Properties['StreamSpecification']).toEqual({ StreamViewType: 'KEYS_ONLY' });
  });

  test('can have a replica of two of its tables later without being replaced, and of the two others never', () => {
    expect(globalTables.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).toSorted()).toEqual([
      'StoreConfiguration',
      'StoreEnrollments',
    ]);
  });
});

describe('the keys', () => {
  const keys = it.all('state', 'AWS::KMS::Key');
  const statementsOf = (id: string) =>
    (
      keys.find((key) => key.id.startsWith(id))?.Properties['KeyPolicy'] as
        { Statement: Record<string, unknown>[] } | undefined
    )?.Statement ?? [];

  test('are kept, and rotate where KMS can rotate them', () => {
    for (const { Properties, DeletionPolicy } of keys) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties['EnableKeyRotation']).toBe(Properties['KeySpec'] === undefined ? true : undefined);
    }
    expect(keys.filter(({ Properties }) => Properties['KeyUsage'] === 'GENERATE_VERIFY_MAC')).toHaveLength(3);
  });

  test('those who look after a key cannot use it, nor grant themselves its use', () => {
    for (const { Properties } of keys) {
      const [administered] = (Properties['KeyPolicy'] as { Statement: { Action: string[] }[] }).Statement;
      expect(administered?.Action.filter((a) => /Crypt|Generate|Sign|Mac|CreateGrant|\*/i.test(a))).toEqual(
        [],
      );
    }
  });

  test('verify, enroll, reset, admin and the announcer seal and only the sender opens; verify, enroll and admin make tags; only verify and enroll keep seeds', () => {
    const users = (id: string) =>
      statementsOf(id)
        .slice(1)
        .map(({ Action, Condition }) => {
          const { ArnLike } = Condition as { ArnLike: Record<string, unknown> };
          const arns = [ArnLike['aws:PrincipalArn']].flat();
          return [Action, arns.map((arn) => it.text(arn).split('role')[1])];
        });
    const taggers = ['/latchkey/example/verify/*', '/latchkey/example/enroll/*', '/latchkey/example/admin/*'];
    const sealers = [
      '/latchkey/example/verify/*',
      '/latchkey/example/enroll/*',
      '/latchkey/example/reset/*',
      '/latchkey/example/admin/*',
      '/latchkey/example/announcer/*',
    ];
    expect(users('KeysSeal')).toEqual([
      ['kms:GenerateDataKey', sealers],
      ['kms:Decrypt', ['/latchkey/example/outbox-sender/*']],
    ]);
    expect(users('KeysMac')).toEqual([['kms:GenerateMac', taggers]]);
    expect(users('KeysSeed')).toEqual([['kms:GenerateMac', taggers.slice(0, 2)]]);
  });
});

describe('the secrets of the two accounts', () => {
  const readersOf = (id: string) =>
    it
      .all('state', 'AWS::SecretsManager::ResourcePolicy')
      .filter((policy) => policy.id.startsWith(id))
      .flatMap(({ Properties }) => (Properties['ResourcePolicy'] as { Statement: Denial[] }).Statement)
      .map(({ Effect, Action, Condition }) => [
        Effect,
        Action,
        [Condition.ArnNotLike['aws:PrincipalArn']].flat().map((arn) => it.text(arn).split('role')[1]),
      ]);
  interface Denial {
    readonly Effect: string;
    readonly Action: string;
    readonly Condition: { readonly ArnNotLike: Readonly<Record<string, unknown>> };
  }

  test('hold a placeholder that is made in AWS, under our key, and are kept', () => {
    const secrets = it.all('state', 'AWS::SecretsManager::Secret');
    expect(secrets).toHaveLength(2);
    for (const { Properties, DeletionPolicy } of secrets) {
      expect(Properties).not.toHaveProperty('SecretString');
      expect(Properties).toHaveProperty('GenerateSecretString.GenerateStringKey', 'password');
      expect(it.text(Properties['KmsKeyId'])).toBe('<KeysCredentials.Arn>');
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  test('only unlock, reset, the doctor and the rotation can read the self-service account; whoever else asks is denied', () => {
    expect(readersOf('SelfService')).toEqual([
      [
        'Deny',
        'secretsmanager:GetSecretValue',
        ['unlock', 'reset', 'doctor', 'rotation'].map((name) => `/latchkey/example/${name}/*`),
      ],
    ]);
  });

  test('unlock and reset cannot read the data proxy account', () => {
    expect(readersOf('DataProxy')).toEqual([
      [
        'Deny',
        'secretsmanager:GetSecretValue',
        ['verify', 'enroll', 'admin', 'announcer', 'sweeper', 'doctor', 'pre-flight', 'rotation'].map(
          (name) => `/latchkey/example/${name}/*`,
        ),
      ],
    ]);
  });
});

test('each domain has secrets of its own, and says which they are', () => {
  const both = synthesized(twoDomains);
  const secrets = both.all('state', 'AWS::SecretsManager::Secret');
  const templates = secrets.map(({ id, Properties }) => {
    const { SecretStringTemplate: text } = Properties['GenerateSecretString'] as Record<string, string>;
    return [
      id.replace(/Secret[0-9A-F]{8}$/, ''),
      (JSON.parse(text ?? '{}') as { username?: string }).username,
    ];
  });
  expect(templates).toEqual([
    ['DataProxyCORP', 'svc-latchkey-read@corp.example.com'],
    ['DataProxyPLANT', 'svc-latchkey-read@plant.example.net'],
    ['SelfServiceCORP', 'svc-latchkey-set@corp.example.com'],
    ['SelfServicePLANT', 'svc-latchkey-set@plant.example.net'],
  ]);
  const said = Object.keys(both.templates.state.findOutputs('*')).filter((name) =>
    /Secret[A-Z]+$/.test(name),
  );
  expect(said).toEqual([
    'DataProxySecretCORP',
    'DataProxySecretPLANT',
    'SelfServiceSecretCORP',
    'SelfServiceSecretPLANT',
  ]);
});

test('the state stack cannot be deleted by mistake', () => {
  expect(it.stacks.state.terminationProtection).toBe(true);
});
