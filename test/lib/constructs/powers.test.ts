import { describe, expect, test } from 'vitest';
import { FUNCTION_NAMES, type FunctionName } from '../../../lambdas/environment.ts';
import { declaredPowers } from '../declared-powers.ts';
import { everything } from '../everything.ts';
import { grantedPowers, type Statement, statementsOf } from '../granted-powers.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized(everything);
const powersOf = (name: FunctionName): string =>
  Object.entries(grantedPowers(it, name))
    .flatMap(([thing, actions]) => actions.map((action) => `${thing}: ${action}`))
    .join('\n');
const allStatements = (): Statement[] => FUNCTION_NAMES.flatMap((name) => statementsOf(it, name));

describe('the powers of the functions', () => {
  test.each(FUNCTION_NAMES)('the role of %s allows what its handler.ts lists, and nothing else', (name) => {
    expect(grantedPowers(it, name)).toEqual(declaredPowers(name));
  });

  test('a power more, or one less, is noticed', () => {
    const { flows = [], ...others } = declaredPowers('unlock');
    expect(grantedPowers(it, 'unlock')).not.toEqual({ ...others, flows: flows.slice(1) });
    expect(grantedPowers(it, 'unlock')).not.toEqual({ ...others, flows, enrollments: ['dynamodb:GetItem'] });
  });

  test('verify cannot touch the self-service account, nor write an enrollment', () => {
    expect(powersOf('verify')).not.toMatch(/self-service|enrollments: dynamodb:(?:Put|Update|Delete)/);
  });

  test('admin changes a password of nobody, and opens no address', () => {
    expect(powersOf('admin')).not.toMatch(/self-service|seal key: kms:Decrypt|ses:|sns:/);
  });

  test('only unlock and reset change people’s accounts with the self-service account, and neither may read an enrollment', () => {
    const readers = FUNCTION_NAMES.filter((name) => powersOf(name).includes('self-service'));
    expect(readers).toEqual(['unlock', 'reset', 'doctor', 'rotation']);
    for (const name of readers)
      expect(powersOf(name)).not.toMatch(/enrollments|seal key: kms:Decrypt|mac key/);
  });

  test('the doctor changes nothing: what it found is all it writes', () => {
    const writes = powersOf('doctor')
      .split('\n')
      .filter((line) => /:(?:Put|Update|Delete|Batch\w*Write)/.test(line));
    expect(writes).toEqual(['flows: dynamodb:PutItem health']);
  });

  test('the rotation touches the secrets of accounts with an alternate, and nothing else', () => {
    const touched = statementsOf(it, 'rotation')
      .filter(({ Action }) => [Action].flat().join().includes('secretsmanager'))
      .flatMap(({ Resource }) => [Resource].flat().map(it.text));
    expect(touched).toEqual(['<DataProxyCORPSecret>', '<SelfServiceCORPSecret>']);
  });

  test('where nothing outside, no canary and no post action is set, there is no power over any', () => {
    const plain = synthesized();
    for (const name of ['federation', 'post-actions', 'attribute-writer', 'canary', 'rotation'] as const)
      expect(Object.keys(grantedPowers(plain, name)).filter((thing) => /secret|topic/.test(thing))).toEqual(
        [],
      );
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

  test('the code of a function is denied what Lambda does with its network interfaces', () => {
    for (const name of ['enroll', 'verify', 'unlock', 'reset', 'sweeper'] as const) {
      const [allowed, denied] = statementsOf(it, name).filter(({ Action }) =>
        [Action].flat().join().includes('ec2:'),
      );
      expect(denied?.Effect).toBe('Deny');
      expect([allowed?.Action].flat()).toEqual(expect.arrayContaining([denied?.Action].flat()));
      expect(denied?.Condition).toHaveProperty('ArnLike.lambda:SourceFunctionArn');
    }
  });

  test('the key of secrets opens to a function the secrets that it may read, and no other', () => {
    const of = (name: FunctionName, action: RegExp, thing: RegExp, values: (one: Statement) => unknown) =>
      statementsOf(it, name)
        .filter(
          ({ Action, Resource }) =>
            action.test(String([Action])) && thing.test([Resource].flat().map(it.text).join()),
        )
        .flatMap((one) => [values(one)].flat())
        .map(it.text);
    const context = ({ Condition }: Statement) =>
      Condition?.['StringEquals']?.['kms:EncryptionContext:SecretARN'] ?? 'any';
    const users = FUNCTION_NAMES.filter((name) => of(name, /kms:/, /KeysCredentials/, context).length > 0);
    expect(users).toEqual(
      expect.arrayContaining(['canary', 'doctor', 'enroll', 'reset', 'rotation', 'unlock']),
    );
    for (const name of users) {
      const opened = of(name, /kms:/, /KeysCredentials/, context);
      const read = of(name, /secretsmanager:/, /^<|,</, ({ Resource }) => Resource);
      expect([name, new Set(opened)]).toEqual([name, new Set(read.filter((arn) => arn.startsWith('<')))]);
    }
    expect(of('canary', /kms:/, /KeysCredentials/, context)).toEqual(['<CanarySecret>']);
  });

  test('the keys of tables, secrets and files are used only through their service', () => {
    const uses = allStatements().filter(({ Resource }) =>
      /KeysStore|KeysCredentials|KeysArchive/.test(it.text(Resource)),
    );
    const through = uses.map(({ Condition }) => it.text(Condition?.['StringEquals']?.['kms:ViaService']));
    expect(new Set(through)).toEqual(
      new Set(
        ['dynamodb', 'secretsmanager', 's3'].map((service) => `${service}.<AWS::Region>.amazonaws.com`),
      ),
    );
  });
});
