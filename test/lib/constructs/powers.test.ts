import { describe, expect, test } from 'vitest';
import twoDomains from '../../../config/example-two-domains.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../../lambdas/environment.ts';
import { synthesized } from '../synthesized.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[] | object>>>
  >;
}

const it = synthesized();
const roleIdOf = (name: FunctionName): string =>
  it
    .all('service', 'AWS::IAM::Role')
    .find(({ Properties }) => Properties['Path'] === `/latchkey/example/${name}/`)?.id ?? 'none';
const statementsOf = (name: FunctionName): Statement[] =>
  it
    .all('service', 'AWS::IAM::Policy')
    .filter(
      ({ Properties }) => JSON.stringify(Properties['Roles']) === JSON.stringify([{ Ref: roleIdOf(name) }]),
    )
    .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);

const rowsOf = ({ Condition }: Statement): string => {
  const rows = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return rows === undefined ? '' : ` [${[rows].flat().map(it.text).join(' ')}]`;
};
/** What a function is allowed, one line each: `GetItem StoreFlows.Arn [flow#*]`. Logs and network interfaces are apart. */
const powersOf = (name: FunctionName): string[] =>
  statementsOf(name)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((statement) =>
      [statement.Action].flat().map((action) => {
        const resources = statement.NotResource === undefined ? statement.Resource : statement.NotResource;
        const where = [resources].flat().map(it.text).join(' ').replaceAll(/[<>]/g, '');
        return `${action} ${statement.NotResource === undefined ? '' : 'not '}${where}${rowsOf(statement)}`;
      }),
    )
    .filter((line) => !/^(logs|ec2):/.test(line) && !line.endsWith('KeysStore.Arn'))
    .toSorted();

const REPAIR = [
  'dynamodb:GetItem StoreFlows.Arn [flow#* tries#*]',
  'dynamodb:PutItem StoreFlows.Arn [post-action#*]',
  'dynamodb:PutItem StoreTrail.Arn',
  'dynamodb:Query StoreConfiguration.Arn [configuration]',
  'dynamodb:UpdateItem StoreFlows.Arn [flow#* tries#*]',
  'kms:Decrypt KeysCredentials.Arn',
  'secretsmanager:GetSecretValue SelfServiceCORPSecret',
];
const OF_A_JOB = [
  'dynamodb:DeleteItem StoreFlows.Arn [post-action#*]',
  'dynamodb:GetItem StoreFlows.Arn [post-action#*]',
  'dynamodb:PutItem StoreTrail.Arn',
  'dynamodb:UpdateItem StoreFlows.Arn [post-action#*]',
];
const DEAD_LETTERS = [
  'sqs:GetQueueAttributes WakeUpsDeadLetters.Arn',
  'sqs:GetQueueUrl WakeUpsDeadLetters.Arn',
  'sqs:SendMessage WakeUpsDeadLetters.Arn',
];
const MAY: Readonly<Record<FunctionName, readonly string[]>> = {
  portal: ['dynamodb:Query StoreConfiguration.Arn [configuration]'],
  enroll: [
    'dynamodb:ConditionCheckItem StoreFlows.Arn [flow#* tries#*]',
    'dynamodb:DeleteItem StoreFlows.Arn [sign-ins#*]',
    'dynamodb:GetItem StoreEnrollments.Arn',
    'dynamodb:GetItem StoreFlows.Arn [flow#*]',
    'dynamodb:GetItem StoreFlows.Arn [session#*]',
    'dynamodb:GetItem StoreFlows.Arn [tries#*]',
    'dynamodb:PutItem StoreEnrollments.Arn',
    'dynamodb:PutItem StoreFlows.Arn [flow#*]',
    'dynamodb:PutItem StoreFlows.Arn [session#*]',
    'dynamodb:PutItem StoreTrail.Arn',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:UpdateItem StoreFlows.Arn [flow#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [session#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [sign-ins#* sign-ins-from#* texts#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [tries#*]',
    'kms:Decrypt KeysCredentials.Arn',
    'kms:GenerateDataKey KeysSeal.Arn',
    'kms:GenerateMac KeysMac.Arn KeysSeed.Arn',
    'secretsmanager:GetSecretValue DataProxyCORPSecret',
  ],
  verify: [
    'dynamodb:GetItem StoreEnrollments.Arn',
    'dynamodb:GetItem StoreFlows.Arn [flow#*]',
    'dynamodb:GetItem StoreFlows.Arn [repudiation#*]',
    'dynamodb:GetItem StoreFlows.Arn [tries#*]',
    'dynamodb:PutItem StoreFlows.Arn [errand#*]',
    'dynamodb:PutItem StoreFlows.Arn [flow#*]',
    'dynamodb:PutItem StoreTrail.Arn',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:UpdateItem StoreFlows.Arn [flow#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [starts-from#* starts#* texts#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [tries#*]',
    'kms:Decrypt KeysCredentials.Arn',
    'kms:GenerateDataKey KeysSeal.Arn',
    'kms:GenerateMac KeysMac.Arn KeysSeed.Arn',
    'secretsmanager:GetSecretValue DataProxyCORPSecret',
  ],
  unlock: REPAIR,
  reset: [...REPAIR, 'kms:GenerateDataKey KeysSeal.Arn'].toSorted(),
  federation: [
    'dynamodb:ConditionCheckItem StoreFlows.Arn [flow#* tries#*]',
    'dynamodb:GetItem StoreEnrollments.Arn',
    'dynamodb:GetItem StoreFlows.Arn [flow#* tries#*]',
    'dynamodb:GetItem StoreFlows.Arn [session#*]',
    'dynamodb:PutItem StoreEnrollments.Arn',
    'dynamodb:PutItem StoreTrail.Arn',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:UpdateItem StoreFlows.Arn [flow#* tries#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [session#*]',
    'kms:GenerateMac KeysFederation.Arn',
  ],
  admin: [
    'dynamodb:BatchGetItem StoreEnrollments.Arn',
    'dynamodb:ConditionCheckItem StoreConfiguration.Arn [configuration]',
    'dynamodb:DeleteItem StoreConfiguration.Arn [draft#*]',
    'dynamodb:DeleteItem StoreFlows.Arn [sign-ins#*]',
    'dynamodb:GetItem StoreConfiguration.Arn [configuration]',
    'dynamodb:GetItem StoreConfiguration.Arn [draft#*]',
    'dynamodb:GetItem StoreEnrollments.Arn',
    'dynamodb:GetItem StoreFlows.Arn [admin-session#*]',
    'dynamodb:GetItem StoreFlows.Arn [flow#* tries#*]',
    'dynamodb:GetItem StoreFlows.Arn [health#*]',
    'dynamodb:PutItem StoreConfiguration.Arn [configuration]',
    'dynamodb:PutItem StoreConfiguration.Arn [draft#*]',
    'dynamodb:PutItem StoreEnrollments.Arn',
    'dynamodb:PutItem StoreFlows.Arn [admin-session#*]',
    'dynamodb:PutItem StoreFlows.Arn [errand#*]',
    'dynamodb:PutItem StoreTrail.Arn',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:Query StoreTrail.Arn',
    'dynamodb:UpdateItem StoreFlows.Arn [flow#* tries#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [sign-ins#* sign-ins-from#*]',
    'kms:Decrypt KeysCredentials.Arn',
    'kms:GenerateDataKey KeysSeal.Arn',
    'kms:GenerateMac KeysMac.Arn',
    'secretsmanager:GetSecretValue DataProxyCORPSecret',
  ],
  console: [],
  announcer: [
    'dynamodb:GetItem StoreEnrollments.Arn',
    'dynamodb:PutItem StoreFlows.Arn [errand#*]',
    'dynamodb:PutItem StoreTrail.Arn',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:Scan StoreEnrollments.Arn',
    'kms:Decrypt KeysCredentials.Arn',
    'kms:GenerateDataKey KeysSeal.Arn',
    'secretsmanager:GetSecretValue DataProxyCORPSecret',
    ...DEAD_LETTERS,
  ],
  'outbox-sender': [
    'dynamodb:DescribeStream StoreFlows.StreamArn',
    'dynamodb:GetItem StoreFlows.Arn [flow#* session#* errand#*]',
    'dynamodb:GetRecords StoreFlows.StreamArn',
    'dynamodb:GetShardIterator StoreFlows.StreamArn',
    'dynamodb:ListStreams StoreFlows.StreamArn',
    'dynamodb:PutItem StoreFlows.Arn [repudiation#*]',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:Query StoreFlows.Arn/index/outbox [due]',
    'dynamodb:UpdateItem StoreFlows.Arn [flow#* session#* errand#*]',
    'dynamodb:UpdateItem StoreFlows.Arn [told#* texts#*]',
    'kms:Decrypt KeysSeal.Arn',
    'ses:SendEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/example.com',
    'sns:Publish not arn:AWS::Partition:sns:*:*:*',
    ...DEAD_LETTERS,
  ],
  'post-actions': [
    ...OF_A_JOB,
    'dynamodb:Query StoreFlows.Arn/index/outbox [post-action:outside]',
  ].toSorted(),
  'attribute-writer': [
    ...OF_A_JOB,
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:Query StoreFlows.Arn/index/outbox [post-action:directory]',
  ].toSorted(),
  sweeper: [
    'dynamodb:GetItem StoreFlows.Arn [flow#*]',
    'dynamodb:PutItem StoreFlows.Arn [post-action#*]',
    'dynamodb:PutItem StoreTrail.Arn',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'dynamodb:Query StoreFlows.Arn/index/unsettled [executing]',
    'dynamodb:UpdateItem StoreFlows.Arn [flow#*]',
    'kms:Decrypt KeysCredentials.Arn',
    'secretsmanager:GetSecretValue DataProxyCORPSecret',
    ...DEAD_LETTERS,
  ],
  doctor: [
    'dynamodb:GetItem StoreFlows.Arn [admin-session#*]',
    'dynamodb:PutItem StoreFlows.Arn [health#*]',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'kms:Decrypt KeysCredentials.Arn',
    'secretsmanager:GetSecretValue DataProxyCORPSecret SelfServiceCORPSecret',
    ...DEAD_LETTERS,
  ],
  'pre-flight': [
    'dynamodb:BatchGetItem StoreEnrollments.Arn',
    'dynamodb:GetItem StoreFlows.Arn [health#*]',
    'dynamodb:PutItem StoreFlows.Arn [health#*]',
    'dynamodb:Query StoreConfiguration.Arn [configuration]',
    'kms:Decrypt KeysCredentials.Arn',
    'secretsmanager:GetSecretValue DataProxyCORPSecret',
    ...DEAD_LETTERS,
  ],
  rotation: [],
};

describe('the powers of the functions', () => {
  test.each(FUNCTION_NAMES)('%s may do just what its handler needs', (name) => {
    expect(powersOf(name)).toEqual(MAY[name]);
  });

  test('verify cannot touch the self-service account, nor write an enrollment', () => {
    expect(powersOf('verify').join()).not.toContain('SelfService');
    expect(powersOf('verify')).not.toContain('dynamodb:PutItem StoreEnrollments.Arn');
  });

  test('admin changes a password of nobody, and opens no address', () => {
    expect(powersOf('admin').join()).not.toMatch(/SelfService|kms:Decrypt KeysSeal|ses:|sns:/);
  });

  test('only unlock and reset change people’s accounts with the self-service account, and neither may read an enrollment', () => {
    const readers = FUNCTION_NAMES.filter((name) => powersOf(name).join().includes('SelfService'));
    expect(readers).toEqual(['unlock', 'reset', 'doctor']);
    for (const name of readers)
      expect(powersOf(name).join()).not.toMatch(/Enrollments|kms:Decrypt KeysSeal|KeysMac/);
  });

  test('the doctor changes nothing: what it found is all it writes', () => {
    const writes = powersOf('doctor').filter((line) => /:(?:Put|Update|Delete|Batch\w*Write)/.test(line));
    expect(writes).toEqual(['dynamodb:PutItem StoreFlows.Arn [health#*]']);
  });

  test('the rotation touches the secrets of accounts with an alternate, and nothing else', () => {
    const both = synthesized(twoDomains);
    const [rotation] = both
      .all('service', 'AWS::IAM::Policy')
      .filter(({ id }) => id.startsWith('Rotation'))
      .map(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
    const touched = (rotation ?? [])
      .filter(({ Action }) => [Action].flat().join().includes('secretsmanager'))
      .map(({ Action, Resource }) => [Action, [Resource].flat().map(both.text)]);
    const steps = [
      'secretsmanager:DescribeSecret',
      'secretsmanager:GetSecretValue',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    ];
    expect(touched).toEqual([[steps, ['<DataProxyCORPSecret>', '<SelfServiceCORPSecret>']]]);
  });

  test('what is done after a change has its own secrets and the topic, and nothing of the other’s', () => {
    const both = synthesized(twoDomains);
    const of = (start: string) =>
      both
        .all('service', 'AWS::IAM::Policy')
        .filter(({ id }) => id.startsWith(start))
        .flatMap(({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement)
        .flatMap(({ Action, Resource }) =>
          [Action].flat().map((action) => `${action} ${[Resource].flat().map(both.text).join(' ')}`),
        )
        .filter((line) => /^(sns|secretsmanager|ses):/.test(line));
    const secret =
      'secretsmanager:GetSecretValue arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:latchkey/';
    expect(of('PostActions')).toEqual([
      `${secret}webhook-service-desk-??????`,
      'sns:Publish arn:aws:sns:eu-west-1:111122223333:latchkey-changes',
    ]);
    expect(of('AttributeWriter')).toEqual([`${secret}attribute-writer-corp-??????`]);
  });

  test('each function has a role of its own, without policies of AWS', () => {
    const functions = it.all('service', 'AWS::Lambda::Function');
    const roles = new Set(functions.map(({ Properties }) => it.text(Properties['Role'])));
    expect(functions).toHaveLength(FUNCTION_NAMES.length);
    expect(roles.size).toBe(FUNCTION_NAMES.length);
    const managed = it
      .all('service', 'AWS::IAM::Role')
      .filter(({ Properties }) => 'Path' in Properties && 'ManagedPolicyArns' in Properties);
    expect(managed).toEqual([]);
  });

  test('no action is a wildcard; no resource is, but for the network interfaces that Lambda makes', () => {
    const all = FUNCTION_NAMES.flatMap(statementsOf);
    const everywhere = all.filter(({ Resource }) => [Resource].flat().map(it.text).join().includes('*'));
    expect(all.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
    expect(everywhere.flatMap(({ Action }) => Action).filter((action) => !action.startsWith('ec2:'))).toEqual(
      [],
    );
  });

  test('the code of a function is denied what Lambda does with its network interfaces', () => {
    for (const name of ['enroll', 'verify', 'unlock', 'reset', 'sweeper'] as const) {
      const [allowed, denied] = statementsOf(name).filter(({ Action }) =>
        [Action].flat().join().includes('ec2:'),
      );
      expect(denied?.Effect).toBe('Deny');
      expect(denied?.Action).toEqual(allowed?.Action);
      expect(denied?.Condition).toHaveProperty('ArnLike.lambda:SourceFunctionArn');
    }
  });

  test('the keys of tables and secrets are used only through their service', () => {
    const uses = FUNCTION_NAMES.flatMap(statementsOf).filter(({ Resource }) =>
      /KeysStore|KeysCredentials/.test(it.text(Resource)),
    );
    const through = uses.map(({ Condition }) => it.text(Condition?.['StringEquals']?.['kms:ViaService']));
    expect(new Set(through)).toEqual(
      new Set(['dynamodb', 'secretsmanager'].map((service) => `${service}.<AWS::Region>.amazonaws.com`)),
    );
  });
});
