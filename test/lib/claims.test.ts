import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import transitGateway from '../../config/example-transit-gateway.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../lambdas/environment.ts';
import { FUNCTION_PLANS } from '../../lib/function-plans.ts';
import { claimedOf } from './claimed.ts';
import { everything } from './everything.ts';
import { type Statement, statementsOf } from './granted-powers.ts';
import { PARTS, type Resource, synthesized } from './synthesized.ts';

const it = synthesized(everything);
const every = (type: string): Resource[] => PARTS.flatMap((part) => it.all(part, type));
const functionOf = (name: FunctionName): Resource['Properties'] => {
  const id = name.replaceAll(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  return it.one('service', 'AWS::Lambda::Function', `${id}Function`).Properties;
};
const allowed = (name: FunctionName): Statement[] =>
  statementsOf(it, name).filter(({ Effect }) => Effect === 'Allow');
const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : ([value].flat() as T[]);
const resourcesOf = ({ Resource, NotResource }: Statement): string[] =>
  listOf(Resource ?? (NotResource === undefined ? undefined : 'everything else')).map(it.text);
/** The functions that may do this to what is so called. */
const whoMay = (action: RegExp, thing: RegExp): FunctionName[] =>
  FUNCTION_NAMES.filter((name) =>
    allowed(name).some(
      (statement) =>
        listOf(statement.Action).some((one) => action.test(one)) &&
        resourcesOf(statement).some((one) => thing.test(one)),
    ),
  );
interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const policyIn = (resource: Resource | undefined, property: string): readonly PolicyStatement[] =>
  (resource?.Properties[property] as { readonly Statement: readonly PolicyStatement[] } | undefined)
    ?.Statement ?? [];
const asksForTls = (statements: readonly PolicyStatement[]): boolean =>
  statements.some(
    ({ Effect, Condition }) =>
      Effect === 'Deny' && JSON.stringify(Condition ?? {}).includes('"aws:SecureTransport":"false"'),
  );
const OUTSIDE = FUNCTION_NAMES.filter((name) => !FUNCTION_PLANS[name].reachesDirectory);

/** The table *On AWS* of docs/security.md: each promise there, word for word, and what shows it here. */
const CLAIMS: Readonly<Record<string, () => void>> = {
  'No role may do everything of a kind, or be given to somebody else: each is one function’s, and Lambda’s alone to take on':
    () => {
      for (const name of FUNCTION_NAMES)
        for (const action of allowed(name).flatMap(({ Action }) => listOf(Action))) {
          expect(action).not.toContain('*');
          expect(action).not.toMatch(/^(iam|sts|organizations|cloudformation):/);
        }
      for (const { Properties } of it
        .all('service', 'AWS::IAM::Role')
        .filter(({ Properties: { Path } }) => Path !== undefined))
        expect(JSON.stringify(Properties['AssumeRolePolicyDocument'])).toMatch(
          /^\{"Statement":\[\{"Action":"sts:AssumeRole","Effect":"Allow","Principal":\{"Service":"lambda\.amazonaws\.com"\}\}\]/,
        );
    },
  'No role may change a policy of a key, a secret or a bucket, delete one, or write another function': () => {
    const actions = FUNCTION_NAMES.flatMap((name) => allowed(name).flatMap(({ Action }) => listOf(Action)));
    expect(actions.length).toBeGreaterThan(100);
    expect(
      actions.filter((action) =>
        /Policy|ScheduleKeyDeletion|DisableKey|CreateGrant|DeleteSecret|DeleteBucket|DeleteTable|UpdateTable|UpdateFunction|AddPermission/.test(
          action,
        ),
      ),
    ).toEqual([]);
  },
  'No function may delete an event of the trail or update one; all may put one (see below for what that lets through), the sealer moves the heads of its chains':
    () => {
      const writes = FUNCTION_NAMES.flatMap((name) =>
        allowed(name)
          .filter((statement) => resourcesOf(statement).includes('<StoreTrail.Arn>'))
          .flatMap(({ Action, Condition }) =>
            listOf(Action)
              .filter((action) => !/:(GetItem|BatchGetItem|Query|Scan)$/.test(action))
              .map((action) => [
                name,
                action,
                Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'],
              ]),
          ),
      );
      expect(writes.length).toBeGreaterThan(8);
      // Events are kept by their day, 2026-…
      for (const [name, action, rows] of writes)
        expect([action, rows]).toEqual(['dynamodb:PutItem', name === 'trail-sealer' ? ['chain#*'] : ['2*']]);
    },
  'Only the sealer signs, and writes to the archive what was not there before': () => {
    expect(whoMay(/^kms:Sign$/, /./)).toEqual(['trail-sealer']);
    expect(whoMay(/^s3:/, /./)).toEqual(['trail-sealer']);
    const [put] = allowed('trail-sealer').filter(({ Action }) => listOf(Action).includes('s3:PutObject'));
    expect(put?.Condition).toEqual({ Null: { 's3:if-none-match': 'false' } });
  },
  'Only `unlock`, `reset`, the doctor and the rotation read the self-service account; its secret denies everybody else':
    () => {
      const readers = ['doctor', 'reset', 'rotation', 'unlock'];
      expect(whoMay(/^secretsmanager:GetSecretValue$/, /^<SelfService/).toSorted()).toEqual(readers);
      for (const policy of it
        .all('state', 'AWS::SecretsManager::ResourcePolicy')
        .filter(({ id }) => id.startsWith('SelfService'))) {
        const [denied] = policyIn(policy, 'ResourcePolicy');
        const but = listOf(denied?.Condition?.['ArnNotLike']?.['aws:PrincipalArn'] as unknown[]).map(it.text);
        expect([denied?.Effect, denied?.Action]).toEqual(['Deny', 'secretsmanager:GetSecretValue']);
        expect(but.map((arn) => arn.split('/').at(-2) ?? arn).toSorted()).toEqual(readers);
      }
    },
  'What hands out files, asks services outside, or sends messages has no way to a domain controller': () => {
    expect(OUTSIDE).toEqual(
      expect.arrayContaining(['portal', 'console', 'federation', 'outbox-sender', 'post-actions']),
    );
    for (const name of OUTSIDE) expect(functionOf(name)).not.toHaveProperty('VpcConfig');
    expect(whoMay(/./, /^<(DataProxy|SelfService)/).filter((name) => OUTSIDE.includes(name))).toEqual([]);
  },
  'Only the sender opens what is sealed; it can neither read an enrollment nor tag an answer': () => {
    expect(whoMay(/^kms:Decrypt$/, /KeysSeal/)).toEqual(['outbox-sender']);
    expect(whoMay(/^kms:GenerateMac$/, /./)).not.toContain('outbox-sender');
    expect(whoMay(/^dynamodb:/, /StoreEnrollments/)).not.toContain('outbox-sender');
  },
  'The keys of answers and of seeds are no others, leave KMS for nobody, and are used by those who check or keep such proofs':
    () => {
      for (const id of ['KeysMac', 'KeysSeed', 'KeysFederation'])
        expect(it.one('state', 'AWS::KMS::Key', id).Properties).toMatchObject({
          KeySpec: 'HMAC_256',
          KeyUsage: 'GENERATE_VERIFY_MAC',
        });
      expect(whoMay(/^kms:/, /KeysMac/).toSorted()).toEqual(['admin', 'enroll', 'verify']);
      expect(whoMay(/^kms:/, /KeysSeed/).toSorted()).toEqual(['enroll', 'verify']);
      expect(whoMay(/^kms:/, /KeysFederation/)).toEqual(['federation']);
    },
  'Who looks after a key can neither use it nor grant its use': () => {
    const keys = every('AWS::KMS::Key');
    expect(keys.length).toBeGreaterThan(6);
    for (const key of keys)
      for (const { Action, Condition, Principal } of policyIn(key, 'KeyPolicy'))
        if (Condition === undefined && JSON.stringify(Principal).includes(':root'))
          expect(
            listOf(Action).filter((action) => /Crypt|Generate|Sign|Mac|CreateGrant|\*/i.test(action)),
          ).toEqual([]);
  },
  'Every table is under our key, can be restored to any second, and can be deleted by nobody by mistake':
    () => {
      const tables = [...every('AWS::DynamoDB::Table'), ...every('AWS::DynamoDB::GlobalTable')];
      expect(tables.length).toBeGreaterThanOrEqual(4);
      for (const { Properties, DeletionPolicy, UpdateReplacePolicy } of tables) {
        const said = JSON.stringify(Properties);
        expect(said).toMatch(/"PointInTimeRecoveryEnabled":true/);
        expect(said).toMatch(/"DeletionProtectionEnabled":true/);
        expect(said).toMatch(/"SSEType":"KMS"/);
        expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
      }
      expect(it.stacks.state.terminationProtection).toBe(true);
    },
  'Back-ups lie in a vault that is locked for as long as the settings keep them (35 days), under a key of its own':
    () => {
      const vault = it.one('state', 'AWS::Backup::BackupVault');
      const { MinRetentionDays } = vault.Properties['LockConfiguration'] as {
        readonly MinRetentionDays: number;
      };
      expect(MinRetentionDays).toBe(everything.backup.keepDays);
      expect(it.text(vault.Properties['EncryptionKeyArn'])).toBe('<KeysVault.Arn>');
      expect(vault.DeletionPolicy).toBe('RetainExceptOnCreate');
    },
  'Keys and secrets are kept when the stack goes, and no template holds a secret': () => {
    for (const type of ['AWS::KMS::Key', 'AWS::SecretsManager::Secret'])
      for (const { DeletionPolicy } of it.all('state', type)) expect(DeletionPolicy).toBe('Retain');
    for (const { Properties } of every('AWS::SecretsManager::Secret'))
      expect(Properties).not.toHaveProperty('SecretString');
  },
  'A bucket is private, under a key of ours and asked by TLS alone; what the trail’s archive holds is locked':
    () => {
      const buckets = every('AWS::S3::Bucket');
      for (const bucket of buckets) {
        expect(bucket.Properties['PublicAccessBlockConfiguration']).toEqual({
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        });
        expect(JSON.stringify(bucket.Properties['BucketEncryption'])).toContain('aws:kms');
        expect(bucket.DeletionPolicy).toBe('Retain');
      }
      const archives = buckets.filter(({ Properties }) => Properties['ObjectLockEnabled'] === true);
      expect(archives.length).toBeGreaterThan(0);
      const policies = every('AWS::S3::BucketPolicy').map((policy) => policyIn(policy, 'PolicyDocument'));
      expect(policies.length).toBe(buckets.length);
      expect(policies.every(asksForTls)).toBe(true);
      expect(whoMay(/^s3:.*(Delete|BypassGovernance|PutObjectRetention|LegalHold)/, /./)).toEqual([]);
    },
  'The way to the domain controllers leads to their addresses by LDAPS, to the VPC’s own endpoints, and nowhere else; nothing comes in by it':
    () => {
      const group = it
        .all('network', 'AWS::EC2::SecurityGroup')
        .find(({ id }) => id.startsWith('DirectoryLinkSecurityGroup'));
      expect(group?.Properties).not.toHaveProperty('SecurityGroupIngress');
      const egress = group?.Properties['SecurityGroupEgress'] as readonly Readonly<Record<string, unknown>>[];
      expect(egress.length).toBeGreaterThan(0);
      for (const { CidrIp, FromPort, ToPort, IpProtocol } of egress) {
        expect(CidrIp).not.toMatch(/\/[0-7]$/);
        // Where domain controllers are looked up in DNS, their DNS servers are asked.
        expect([636, 53]).toContain(FromPort);
        expect(ToPort).toBe(FromPort);
        if (FromPort === 636) expect(IpProtocol).toBe('tcp');
      }
      const others = it.all('network', 'AWS::EC2::SecurityGroupEgress').map(({ Properties }) => Properties);
      expect(others.map(({ FromPort, ToPort }) => [FromPort, ToPort])).toEqual(others.map(() => [443, 443]));
      expect(others.filter(({ CidrIp, CidrIpv6 }) => CidrIp ?? CidrIpv6)).toEqual([]);
    },
  'Who reaches a domain controller is few at a time': () => {
    for (const name of FUNCTION_NAMES.filter((one) => FUNCTION_PLANS[one].reachesDirectory)) {
      const most = functionOf(name)['ReservedConcurrentExecutions'];
      expect(most, name).toBeTypeOf('number');
      expect(Number(most), name).toBeLessThanOrEqual(20);
    }
  },
  'Portal and administration are two APIs, each with its own list; nobody else’s network may call either':
    () => {
      const apis = [
        ...it.all('portal', 'AWS::ApiGateway::RestApi'),
        ...it.all('administration', 'AWS::ApiGateway::RestApi'),
      ];
      const lists = apis.map((api) => {
        const denied = policyIn(api, 'Policy').filter(({ Effect }) => Effect === 'Deny');
        return JSON.stringify(denied.map(({ Condition }) => Condition?.['NotIpAddress'] ?? Condition));
      });
      expect(lists).toEqual([
        expect.stringContaining(String(listOf(everything.portal.allowList as readonly string[])[0])),
        expect.stringContaining(String(listOf(everything.administration.allowList as readonly string[])[0])),
      ]);
      const paths = it
        .all('portal', 'AWS::ApiGateway::Resource')
        .map(({ Properties }) => Properties['PathPart']);
      expect(paths).toContain('recover');
      expect(paths.filter((path) => path === 'admin' || path === 'console')).toEqual([]);
    },
  'No stage writes a body down, lets a method go unpaced, or is without an access log': () => {
    const stages = every('AWS::ApiGateway::Stage');
    expect(stages).toHaveLength(2);
    for (const { Properties } of stages) {
      const methods = Properties['MethodSettings'] as readonly Readonly<Record<string, unknown>>[];
      expect(
        methods.some(({ HttpMethod, ResourcePath }) => HttpMethod === '*' && ResourcePath === '/*'),
      ).toBe(true);
      for (const method of methods) {
        expect(method['DataTraceEnabled']).toBe(false);
        expect(Number(method['ThrottlingRateLimit'])).toBeGreaterThan(0);
      }
      const { Format = '' } = Properties['AccessLogSetting'] as { readonly Format?: string };
      expect(Format).toContain('$context.resourcePath');
      expect(Format).not.toMatch(
        /\$context\.(path|authorizer|requestOverride|customDomain)|querystring|header|body/i,
      );
    }
  },
  'A name of one’s own is served by TLS 1.2 or better, and then AWS’s own address is off': () => {
    const named = synthesized(transitGateway);
    expect(named.one('portal', 'AWS::ApiGateway::DomainName').Properties['SecurityPolicy']).toMatch(
      /TLS_?1_[23]|TLS13/,
    );
    expect(named.one('portal', 'AWS::ApiGateway::RestApi').Properties['DisableExecuteApiEndpoint']).toBe(
      true,
    );
  },
  'Only API Gateway, the clock, the streams and Secrets Manager call a function, each from this account; none has an address of its own':
    () => {
      expect(every('AWS::Lambda::Url')).toEqual([]);
      const permissions = it.all('service', 'AWS::Lambda::Permission');
      expect(permissions.length).toBeGreaterThan(5);
      for (const { Properties } of permissions) {
        expect([
          'apigateway.amazonaws.com',
          'events.amazonaws.com',
          'secretsmanager.amazonaws.com',
        ]).toContain(Properties['Principal']);
        expect(Properties['SourceArn'] ?? Properties['SourceAccount']).toBeDefined();
      }
    },
  'Logs are under our key and end when the settings say; queues and topics are encrypted and asked by TLS alone':
    () => {
      for (const { id, Properties } of it.all('service', 'AWS::Logs::LogGroup')) {
        expect(it.text(Properties['KmsKeyId']), id).toBe('<KeysOperations.Arn>');
        expect(Properties['RetentionInDays'], id).toBe(everything.logRetentionDays);
      }
      for (const { Properties } of every('AWS::SQS::Queue'))
        expect(
          Properties['SqsManagedSseEnabled'] === true || Properties['KmsMasterKeyId'] !== undefined,
        ).toBe(true);
      for (const { Properties } of every('AWS::SNS::Topic'))
        expect(Properties['KmsMasterKeyId']).toBeDefined();
      const policies = [...every('AWS::SQS::QueuePolicy'), ...every('AWS::SNS::TopicPolicy')];
      expect(policies).toHaveLength(every('AWS::SQS::Queue').length + every('AWS::SNS::Topic').length);
      expect(policies.every((policy) => asksForTls(policyIn(policy, 'PolicyDocument')))).toBe(true);
    },
  'The portal’s own function reads the version in force and nothing else; drafts, people and keys are not for it':
    () => {
      const store = allowed('portal').filter((statement) =>
        resourcesOf(statement).some((one) => one.startsWith('<Store')),
      );
      expect(
        store.map(({ Action, Condition }) => [listOf(Action), Condition?.['ForAllValues:StringLike']]),
      ).toEqual([[['dynamodb:Query'], { 'dynamodb:LeadingKeys': ['configuration'] }]]);
      expect(whoMay(/^(secretsmanager|sns|ses|s3):/, /./)).not.toContain('portal');
    },
};

describe('on AWS', () => {
  const claimed = claimedOf(readFileSync('docs/security.md', 'utf8'), 'On AWS');

  test.each(Object.entries(CLAIMS))('%s', (_promise, shown) => shown());

  test('every promise of the table in docs/security.md that names this file is shown here, and there is no other', () => {
    const here = claimed.filter(({ tests }) => tests.includes('test/lib/claims'));
    expect(here.map(({ promise }) => promise).toSorted()).toEqual(Object.keys(CLAIMS).toSorted());
  });
});
